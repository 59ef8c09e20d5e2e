package dev.understudy.simulator;

/**
 * A refusal in AWS's words: the code that goes to the wire and the HTTP status with it.
 */
final class AwsException extends RuntimeException {

	private final int status;

	private final String code;

	AwsException(int status, String code, String message) {
		super(message);
		this.status = status;
		this.code = code;
	}

	static AwsException validation(String message) {
		return new AwsException(400, "ValidationException", message);
	}

	static AwsException serialization(String message) {
		return new AwsException(400, "SerializationException", message);
	}

	static AwsException conflict(String message) {
		return new AwsException(400, "ConflictException", message);
	}

	static AwsException inUse(String message) {
		return new AwsException(400, "ResourceInUse", message);
	}

	static AwsException notFound(String message) {
		return new AwsException(400, "ResourceNotFound", message);
	}

	static AwsException limitExceeded(String message) {
		return new AwsException(400, "ResourceLimitExceeded", message);
	}

	int status() {
		return this.status;
	}

	String code() {
		return this.code;
	}

}
