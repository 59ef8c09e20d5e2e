package dev.understudy.access;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.security.SecureRandom;
import java.util.regex.Pattern;
import java.util.zip.CRC32;

/**
 * The text of an API token: <code>us_</code>, 30 random characters of 62 (178 bits) and a
 * checksum of 6, by which a mistyped or made-up one is refused without asking the
 * database, and a leaked one is found in source code.
 *
 * @param text the whole token
 */
record TokenSecret(String text) {

	private static final Pattern SYNTAX = Pattern.compile("us_[0-9A-Za-z]{36}");

	private static final String ALPHABET = "0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz";

	private static final int RANDOM_END = 33;

	TokenSecret {
		if (!isValid(text)) {
			throw new IllegalArgumentException("Not an API token");
		}
	}

	static TokenSecret random(SecureRandom random) {
		StringBuilder text = new StringBuilder("us_");
		while (text.length() < RANDOM_END) {
			text.append(ALPHABET.charAt(random.nextInt(ALPHABET.length())));
		}
		return new TokenSecret(text + checksum(text.toString()));
	}

	static boolean isValid(String candidate) {
		return SYNTAX.matcher(candidate).matches()
				&& checksum(candidate.substring(0, RANDOM_END)).equals(candidate.substring(RANDOM_END));
	}

	byte[] hash() {
		return sha256(this.text);
	}

	static byte[] sha256(String text) {
		try {
			return MessageDigest.getInstance("SHA-256").digest(text.getBytes(StandardCharsets.UTF_8));
		}
		catch (NoSuchAlgorithmException ex) {
			throw new IllegalStateException(ex);
		}
	}

	private static String checksum(String text) {
		CRC32 crc = new CRC32();
		crc.update(text.getBytes(StandardCharsets.US_ASCII));
		long rest = crc.getValue();
		char[] digits = new char[6];
		for (int i = digits.length - 1; i >= 0; i--) {
			digits[i] = ALPHABET.charAt((int) (rest % ALPHABET.length()));
			rest /= ALPHABET.length();
		}
		return new String(digits);
	}

	@Override
	public String toString() {
		return "us_…";
	}

}
