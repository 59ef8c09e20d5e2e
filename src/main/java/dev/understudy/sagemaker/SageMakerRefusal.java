package dev.understudy.sagemaker;

import org.jspecify.annotations.Nullable;

/**
 * SageMaker did not do what was asked, or did not say whether it did.
 */
public class SageMakerRefusal extends RuntimeException {

	private final Kind kind;

	private final String code;

	private final String words;

	private final @Nullable String awsRequestId;

	/**
	 * Makes a refusal.
	 * @param kind what it means
	 * @param code AWS's error code, or the kind where AWS gave none
	 * @param message AWS's words, or ours where AWS gave none
	 * @param awsRequestId AWS's id of the request, if it answered
	 * @param cause what the refusal was read from, if anything
	 */
	public SageMakerRefusal(Kind kind, String code, String message, @Nullable String awsRequestId,
			@Nullable Throwable cause) {
		super("%s: %s".formatted(code, message), cause);
		this.kind = kind;
		this.code = code;
		this.words = message;
		this.awsRequestId = awsRequestId;
	}

	/**
	 * What it means.
	 * @return the kind to decide by
	 */
	public Kind kind() {
		return this.kind;
	}

	/**
	 * AWS's error code.
	 * @return the code without a prefix, or the kind's name where AWS gave none
	 */
	public String code() {
		return this.code;
	}

	/**
	 * AWS's words.
	 * @return the message, never empty
	 */
	public String words() {
		return this.words;
	}

	/**
	 * AWS's id of the request.
	 * @return the id, or null if no answer came or it carried none
	 */
	public @Nullable String awsRequestId() {
		return this.awsRequestId;
	}

	/** What a refusal means for whoever asked. */
	public enum Kind {

		/** SageMaker says by its own code that there is none. */
		NOT_FOUND,

		/** The name, or the endpoint, is taken. */
		IN_USE,

		/** The status does not allow it. */
		CONFLICT,

		/** The request itself is wrong. */
		INVALID,

		/** The caller may not do this. */
		DENIED,

		/** An account's limit is reached. */
		LIMIT,

		/** There are no credentials, or they are expired or unknown to AWS. */
		CREDENTIALS,

		/** The signature or the clock is wrong. */
		SIGNATURE,

		/** Too many requests; may come from behind an acceptance. */
		THROTTLED,

		/** AWS failed (HTTP 5xx). */
		UNAVAILABLE,

		/** No connection came about: no byte of the request has left. */
		UNREACHABLE,
		/** No answer: timeout or broken connection. */
		NO_ANSWER,

		/** The guard refused: no byte has left. */
		NOT_SENT,

		/** An answer nobody here can read. */
		UNKNOWN

	}

}
