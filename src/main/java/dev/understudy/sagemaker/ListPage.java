package dev.understudy.sagemaker;

import java.time.Instant;
import java.util.List;

import org.jspecify.annotations.Nullable;

/**
 * One page of a list of shadow tests.
 *
 * @param items what is on it, possibly nothing
 * @param nextToken the token of the next page; absent on the last one
 */
public record ListPage(List<Item> items, @Nullable String nextToken) {

	public ListPage {
		items = List.copyOf(items);
	}

	/**
	 * What a list says about a shadow test: neither its ARN nor its endpoint.
	 *
	 * @param name its name
	 * @param status the raw text of its status
	 * @param creationTime when it was created
	 * @param completionTime when it ended
	 * @param lastModifiedTime when it changed last
	 */
	public record Item(String name, String status, @Nullable Instant creationTime, @Nullable Instant completionTime,
			@Nullable Instant lastModifiedTime) {

	}

}
