package dev.understudy.calendar;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.security.SecureRandom;
import java.util.Base64;
import java.util.regex.Pattern;

/**
 * What the address of a feed holds so that only its owner reads it: 256 random bits.
 *
 * @param text letters, digits, minus and underscore
 */
record FeedSecret(String text) {

	private static final Pattern SYNTAX = Pattern.compile("[A-Za-z0-9_-]{43}");

	FeedSecret {
		if (!isValid(text)) {
			throw new IllegalArgumentException("Not the secret of a feed");
		}
	}

	static FeedSecret random(SecureRandom random) {
		byte[] bytes = new byte[32];
		random.nextBytes(bytes);
		return new FeedSecret(Base64.getUrlEncoder().withoutPadding().encodeToString(bytes));
	}

	static boolean isValid(String candidate) {
		return SYNTAX.matcher(candidate).matches();
	}

	/** Its SHA-256, which is all that is kept. */
	byte[] hash() {
		try {
			return MessageDigest.getInstance("SHA-256").digest(this.text.getBytes(StandardCharsets.US_ASCII));
		}
		catch (NoSuchAlgorithmException ex) {
			throw new IllegalStateException(ex);
		}
	}

	@Override
	public String toString() {
		return "…";
	}

}
