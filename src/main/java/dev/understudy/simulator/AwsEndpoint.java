package dev.understudy.simulator;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.UUID;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import org.jspecify.annotations.Nullable;

import org.springframework.web.HttpRequestHandler;

/**
 * The door AWS's clients come through, whichever service they want: those that GET want
 * S3.
 */
final class AwsEndpoint implements HttpRequestHandler {

	private static final Dialect JSON = new JsonDialect();

	private static final Dialect S3 = new S3Dialect();

	/** Larger than any request that could be right, by far. */
	private static final int LARGEST_BODY = 4 << 20;

	private final Protocol protocol;

	AwsEndpoint(Protocol protocol) {
		this.protocol = protocol;
	}

	@Override
	public void handleRequest(HttpServletRequest request, HttpServletResponse response) throws IOException {
		String requestId = UUID.randomUUID().toString();
		Dialect dialect = "GET".equals(request.getMethod()) ? S3 : JSON;
		Answer answer = answer(dialect, request, requestId);
		if (answer == null) {
			ConnectionDrop.drop(request);
			return;
		}
		if (answer.identified()) {
			response.setHeader(dialect.identifiedBy(), requestId);
		}
		response.setStatus(answer.status());
		response.setContentType(dialect.contentType());
		byte[] body = dialect.write(answer, requestId).getBytes(StandardCharsets.UTF_8);
		response.setContentLength(body.length);
		response.getOutputStream().write(body);
	}

	private @Nullable Answer answer(Dialect dialect, HttpServletRequest request, String requestId) throws IOException {
		byte[] body = dialect.input(request, LARGEST_BODY + 1);
		if (body.length > LARGEST_BODY) {
			return Answer.error(413, "RequestEntityTooLargeException", "Request body is too large.");
		}
		try {
			return this.protocol.answer(dialect.head(request), body, requestId);
		}
		catch (InterruptedException ex) {
			Thread.currentThread().interrupt();
			return null;
		}
	}

}
