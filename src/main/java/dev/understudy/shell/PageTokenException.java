package dev.understudy.shell;

import org.jspecify.annotations.Nullable;

/**
 * A page token is not one that was given out for this list. Also thrown by readers of a
 * token's values that turn out not to be what they expect.
 */
public class PageTokenException extends RuntimeException {

	public PageTokenException(@Nullable Throwable cause) {
		super("This page token was not given out for this list. Start again without one.", cause);
	}

}
