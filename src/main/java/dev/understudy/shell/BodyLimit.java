package dev.understudy.shell;

import jakarta.servlet.http.HttpServletRequest;

/**
 * How long the body of a request may be that is sent to some address. A bean of this type
 * allows what is longer than elsewhere.
 *
 * @param path the address without the application's own path, or what addresses below it
 * begin with
 * @param bytes how long at most
 */
public record BodyLimit(String path, int bytes) {

	/** What forms with files, the longest that there are, may have in all. */
	public static final int LONGEST = 10 * 1024 * 1024;

	public BodyLimit {
		if (bytes > LONGEST) {
			throw new IllegalArgumentException("The server itself reads no more than %d bytes".formatted(LONGEST));
		}
	}

	boolean isFor(HttpServletRequest request) {
		String uri = request.getRequestURI().substring(request.getContextPath().length());
		return uri.equals(this.path) || uri.startsWith(this.path + '/');
	}

}
