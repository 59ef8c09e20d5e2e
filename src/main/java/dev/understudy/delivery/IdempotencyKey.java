package dev.understudy.delivery;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;

import org.jspecify.annotations.Nullable;

import dev.understudy.actor.Actor;

/**
 * What makes a request the same as one before.
 *
 * @param scope who asks for which route
 * @param key the key that the client chose
 * @param sha256 hash of what was asked for
 */
public record IdempotencyKey(String scope, String key, String sha256) {

	/** The longest key a client may choose. */
	public static final int LONGEST = 255;

	/**
	 * Reads the key of a request.
	 * @param actor who asks
	 * @param route method and path, such as
	 * <code>POST /api/v1/experiments/…/operations</code>
	 * @param header the header <code>Idempotency-Key</code>
	 * @param body the body, canonical or as it came
	 * @return the key
	 * @throws IdempotencyKeyMissingException if there is none that can be used
	 */
	public static IdempotencyKey of(Actor actor, String route, @Nullable String header, String body) {
		if (header == null || header.isBlank() || header.length() > LONGEST
				|| !header.chars().allMatch((it) -> it >= ' ' && it <= '~')) {
			throw new IdempotencyKeyMissingException();
		}
		return new IdempotencyKey("%s:%s %s".formatted(actor.kind().id(), actor.name(), route), header, hash(body));
	}

	private static String hash(String body) {
		try {
			return HexFormat.of()
				.formatHex(MessageDigest.getInstance("SHA-256").digest(body.getBytes(StandardCharsets.UTF_8)));
		}
		catch (NoSuchAlgorithmException ex) {
			throw new IllegalStateException(ex);
		}
	}

}
