package dev.understudy.simulator;

import java.util.List;
import java.util.Objects;

import jakarta.servlet.http.HttpServletRequest;
import org.jspecify.annotations.Nullable;

/**
 * What the headers of a request say.
 *
 * @param target {@code X-Amz-Target}
 * @param contentType {@code Content-Type}, empty for none
 * @param authorization {@code Authorization}
 * @param date {@code X-Amz-Date}
 */
record RequestHead(@Nullable String target, String contentType, @Nullable String authorization, @Nullable String date) {

	/** SageMaker, and the others as they call themselves on the wire. */
	private static final List<String> SERVICES = List.of("SageMaker.", "AnyScaleFrontendService.", "TrentService.",
			S3Dialect.SERVICE);

	static RequestHead of(HttpServletRequest request) {
		return new RequestHead(request.getHeader("X-Amz-Target"),
				Objects.requireNonNullElse(request.getContentType(), ""), request.getHeader("Authorization"),
				request.getHeader("X-Amz-Date"));
	}

	/** The operation's name, or empty when this is no request of the protocol. */
	String operation() {
		String called = this.target;
		if (called == null || !this.contentType.startsWith(JsonDialect.CONTENT_TYPE)) {
			return "";
		}
		return SERVICES.stream()
			.filter(called::startsWith)
			.findFirst()
			.map((service) -> called.substring(service.length()))
			.orElse("");
	}

}
