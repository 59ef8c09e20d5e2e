package dev.understudy.simulator;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.UUID;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import org.jspecify.annotations.Nullable;

import org.springframework.web.HttpRequestHandler;

/**
 * The door AWS's clients come through: one POST an operation, the operation named in
 * {@code X-Amz-Target}.
 */
final class AwsEndpoint implements HttpRequestHandler {

	static final String CONTENT_TYPE = "application/x-amz-json-1.1";

	/** Larger than any request that could be right, by far. */
	private static final int LARGEST_BODY = 4 << 20;

	private final Protocol protocol;

	AwsEndpoint(Protocol protocol) {
		this.protocol = protocol;
	}

	@Override
	public void handleRequest(HttpServletRequest request, HttpServletResponse response) throws IOException {
		String requestId = UUID.randomUUID().toString();
		Answer answer = answer(request, requestId);
		if (answer == null) {
			ConnectionDrop.drop(request);
			return;
		}
		if (answer.identified()) {
			response.setHeader("x-amzn-RequestId", requestId);
		}
		response.setStatus(answer.status());
		response.setContentType(CONTENT_TYPE);
		byte[] body = answer.body().getBytes(StandardCharsets.UTF_8);
		response.setContentLength(body.length);
		response.getOutputStream().write(body);
	}

	private @Nullable Answer answer(HttpServletRequest request, String requestId) throws IOException {
		byte[] body = request.getInputStream().readNBytes(LARGEST_BODY + 1);
		if (body.length > LARGEST_BODY) {
			return Answer.error(413, "RequestEntityTooLargeException", "Request body is too large.");
		}
		try {
			return this.protocol.answer(RequestHead.of(request), body, requestId);
		}
		catch (InterruptedException ex) {
			Thread.currentThread().interrupt();
			return null;
		}
	}

}
