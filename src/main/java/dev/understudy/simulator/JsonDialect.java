package dev.understudy.simulator;

import java.io.IOException;

import jakarta.servlet.http.HttpServletRequest;

/**
 * AWS JSON 1.1: one POST an operation, the operation named in {@code X-Amz-Target}.
 */
final class JsonDialect implements Dialect {

	static final String CONTENT_TYPE = "application/x-amz-json-1.1";

	@Override
	public RequestHead head(HttpServletRequest request) {
		return RequestHead.of(request);
	}

	@Override
	public byte[] input(HttpServletRequest request, int most) throws IOException {
		return request.getInputStream().readNBytes(most);
	}

	@Override
	public String contentType() {
		return CONTENT_TYPE;
	}

	@Override
	public String identifiedBy() {
		return "x-amzn-RequestId";
	}

	@Override
	public String write(Answer answer, String requestId) {
		return answer.body();
	}

}
