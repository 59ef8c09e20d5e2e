package dev.understudy.sagemaker;

import org.jspecify.annotations.Nullable;

/**
 * Which page of a list to read: newest first.
 *
 * @param pageSize at most this many items, 1 to 100
 * @param nextToken the token of the page before; absent for the first page
 */
public record ListRequest(int pageSize, @Nullable String nextToken) {

	/** The first page, as large as SageMaker makes it. */
	public static final ListRequest FIRST = new ListRequest(100, null);

	public ListRequest {
		if (pageSize < 1 || pageSize > 100) {
			throw new IllegalArgumentException("A page holds 1 to 100 items, not " + pageSize);
		}
	}

	/**
	 * The page after one that was read.
	 * @param token the token that page carried
	 * @return a request for as many items
	 */
	public ListRequest after(String token) {
		return new ListRequest(this.pageSize, token);
	}

}
