package dev.understudy.shell;

import java.util.List;
import java.util.function.Function;

import com.fasterxml.jackson.annotation.JsonInclude;
import jakarta.servlet.http.HttpServletRequest;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpHeaders;
import org.springframework.http.ResponseEntity;

/**
 * One page of a list that is read by position, never by number, so that the last page
 * costs as much as the first.
 *
 * @param <T> what is listed
 * @param items the items, at most as many as were asked for
 * @param nextPageToken where the next page begins; absent on the last one
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
public record Page<T>(List<T> items, @Nullable String nextPageToken) {

	/** Items on a page when nobody says otherwise. */
	public static final int DEFAULT_SIZE = 50;

	/** Most items on a page. */
	public static final int MAX_SIZE = 200;

	public Page {
		items = List.copyOf(items);
	}

	/**
	 * Cuts a page from rows that were read with one more than fits on it, which tells
	 * whether there is a next page.
	 * @param <T> what is listed
	 * @param rows at most <code>size + 1</code> rows
	 * @param size items on a page
	 * @param position where a row stands in the order of the list
	 * @return the page
	 */
	public static <T> Page<T> cut(List<T> rows, int size, Function<T, PageToken> position) {
		if (rows.size() <= size) {
			return new Page<>(rows, null);
		}
		return new Page<>(rows.subList(0, size), position.apply(rows.get(size - 1)).encode());
	}

	/**
	 * The same page of something else.
	 * @param <R> what is listed then
	 * @param change applied to each item
	 * @return a page with the same position
	 */
	public <R> Page<R> map(Function<T, R> change) {
		return new Page<>(this.items.stream().map(change).toList(), this.nextPageToken);
	}

	/**
	 * The answer of the API to the current request, with <code>Link: rel="next"</code>
	 * where there is a next page.
	 * @return a 200
	 */
	public ResponseEntity<Page<T>> toAnswer() {
		ResponseEntity.BodyBuilder answer = ResponseEntity.ok();
		if (this.nextPageToken != null) {
			HttpServletRequest request = Frame.request();
			String next = Query.of(request).with("pageToken", this.nextPageToken).after(request.getRequestURL());
			answer.header(HttpHeaders.LINK, "<%s>; rel=\"next\"".formatted(next));
		}
		return answer.body(this);
	}

}
