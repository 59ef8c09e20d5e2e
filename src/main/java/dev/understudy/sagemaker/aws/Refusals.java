package dev.understudy.sagemaker.aws;

import java.net.ConnectException;
import java.net.NoRouteToHostException;
import java.net.SocketTimeoutException;
import java.net.UnknownHostException;
import java.util.Locale;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.function.Supplier;
import java.util.stream.Stream;

import javax.net.ssl.SSLHandshakeException;

import org.jspecify.annotations.Nullable;
import software.amazon.awssdk.awscore.exception.AwsServiceException;
import software.amazon.awssdk.core.exception.AbortedException;
import software.amazon.awssdk.core.exception.SdkClientException;
import software.amazon.awssdk.core.exception.SdkException;

import dev.understudy.sagemaker.SageMakerRefusal;
import dev.understudy.sagemaker.SageMakerRefusal.Kind;

/**
 * Sorts what the SDK throws into kinds. Only a code tells something for certain, and only
 * in an answer that carries AWS's request id: anything else may come from in between.
 */
final class Refusals {

	private static final Set<String> CREDENTIALS = Set.of("ExpiredToken", "ExpiredTokenException",
			"UnrecognizedClientException", "InvalidClientTokenId", "InvalidAccessKeyId", "MissingAuthenticationToken",
			"MissingAuthenticationTokenException", "InvalidToken");

	private static final Set<String> SIGNATURE = Set.of("SignatureDoesNotMatch", "InvalidSignatureException",
			"IncompleteSignature", "IncompleteSignatureException", "RequestExpired", "RequestTimeTooSkewed",
			"RequestInTheFuture");

	private static final Set<String> THROTTLED = Set.of("Throttling", "ThrottlingException", "ThrottledException",
			"TooManyRequestsException", "RequestLimitExceeded", "RequestThrottled", "RequestThrottledException",
			"SlowDown", "PriorRequestNotComplete");

	private Refusals() {
	}

	/**
	 * Makes a call and sorts what it throws.
	 */
	static <T> T sorted(Supplier<T> call) {
		try {
			return call.get();
		}
		catch (AwsServiceException ex) {
			throw answered(ex);
		}
		catch (SdkException ex) {
			throw unanswered(ex);
		}
		catch (ObjectedException ex) {
			throw new SageMakerRefusal(Kind.NOT_SENT, ex.code(), String.valueOf(ex.getMessage()), null, ex);
		}
	}

	private static SageMakerRefusal answered(AwsServiceException ex) {
		String code = (ex.awsErrorDetails() != null) ? ex.awsErrorDetails().errorCode() : null;
		String message = (ex.awsErrorDetails() != null) ? ex.awsErrorDetails().errorMessage() : null;
		Kind kind = kind(ex, (code != null) ? code : "", (message != null) ? message : "");
		return new SageMakerRefusal(kind, orElse(code, kind.name().toLowerCase(Locale.ROOT)),
				orElse(message, "HTTP status %d without a message".formatted(ex.statusCode())), ex.requestId(), ex);
	}

	private static Kind kind(AwsServiceException ex, String code, String message) {
		if (ex.isThrottlingException() || ex.statusCode() == 429 || THROTTLED.contains(code)) {
			return Kind.THROTTLED;
		}
		if (ex.statusCode() >= 500) {
			return Kind.UNAVAILABLE;
		}
		if (ex.requestId() == null) {
			return Kind.UNKNOWN;
		}
		if (CREDENTIALS.contains(code)) {
			return Kind.CREDENTIALS;
		}
		if (SIGNATURE.contains(code) || ex.isClockSkewException()) {
			return Kind.SIGNATURE;
		}
		return switch (code) {
			case "ResourceNotFound" -> Kind.NOT_FOUND;
			case "ResourceInUse" -> Kind.IN_USE;
			case "ConflictException" -> Kind.CONFLICT;
			case "ResourceLimitExceeded" -> Kind.LIMIT;
			case "AccessDeniedException", "AccessDenied" -> Kind.DENIED;
			case "ValidationException" -> Kind.INVALID;
			default -> message.contains("validation error detected") ? Kind.INVALID : Kind.UNKNOWN;
		};
	}

	private static SageMakerRefusal unanswered(SdkException ex) {
		for (Throwable cause = ex; cause != null; cause = cause.getCause()) {
			if (cause instanceof AbortedException || cause instanceof InterruptedException) {
				Thread.currentThread().interrupt();
			}
		}
		String message = String.valueOf(ex.getMessage());
		boolean unsigned = ex instanceof SdkClientException && message.startsWith("Unable to load credentials");
		return unreached(ex)
			// The SDK's own words leave out which host it was.
			.map((it) -> new SageMakerRefusal(Kind.UNREACHABLE, "unreachable",
					"%s: %s".formatted(it.getClass().getSimpleName(), it.getMessage()), null, ex))
			.orElseGet(() -> refusal(unsigned ? Kind.CREDENTIALS : Kind.NO_ANSWER, ex));
	}

	/** What kept a connection from coming about, if that was it. */
	private static Optional<Throwable> unreached(Throwable reason) {
		return Stream.<Throwable>iterate(reason, Objects::nonNull, Throwable::getCause)
			.filter((it) -> it instanceof UnknownHostException || it instanceof ConnectException
					|| it instanceof NoRouteToHostException || it instanceof SSLHandshakeException
					|| (it instanceof SocketTimeoutException && "Connect timed out".equalsIgnoreCase(it.getMessage())))
			.findFirst();
	}

	private static SageMakerRefusal refusal(Kind kind, RuntimeException reason) {
		return new SageMakerRefusal(kind, kind.name().toLowerCase(Locale.ROOT).replace('_', '-'),
				orElse(reason.getMessage(), reason.toString()), null, reason);
	}

	private static String orElse(@Nullable String text, String otherwise) {
		return (text == null || text.isBlank()) ? otherwise : text;
	}

}
