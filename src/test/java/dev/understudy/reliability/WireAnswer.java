package dev.understudy.reliability;

import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.UUID;

import org.jspecify.annotations.Nullable;
import tools.jackson.databind.json.JsonMapper;

/**
 * An answer of SageMaker as it goes over the wire, or something that passes for one.
 *
 * @param status HTTP status
 * @param requestId AWS's id of the request, if it is to carry one
 * @param body what it says
 */
record WireAnswer(int status, @Nullable String requestId, byte[] body) {

	private static final JsonMapper JSON = JsonMapper.builder().build();

	static WireAnswer of(HttpResponse<byte[]> response) {
		return new WireAnswer(response.statusCode(), response.headers().firstValue("x-amzn-RequestId").orElse(null),
				response.body());
	}

	static WireAnswer error(int status, String code, String message) {
		String body = JSON.writeValueAsString(java.util.Map.of("__type", code, "message", message));
		return new WireAnswer(status, UUID.randomUUID().toString(), body.getBytes(StandardCharsets.UTF_8));
	}

	boolean isAccepted() {
		return this.status == 200;
	}

	WireAnswer garbled() {
		return new WireAnswer(200, this.requestId, "<html>It works!</html>".getBytes(StandardCharsets.UTF_8));
	}

	WireAnswer truncated() {
		return new WireAnswer(this.status, this.requestId, Arrays.copyOf(this.body, this.body.length / 2));
	}

	WireAnswer unidentified() {
		return new WireAnswer(this.status, null, this.body);
	}

	byte[] bytes() {
		String identified = (this.requestId != null) ? "x-amzn-RequestId: %s\r\n".formatted(this.requestId) : "";
		byte[] head = "HTTP/1.1 %d X\r\nContent-Type: application/x-amz-json-1.1\r\nContent-Length: %d\r\n%s\r\n"
			.formatted(this.status, this.body.length, identified)
			.getBytes(StandardCharsets.US_ASCII);
		byte[] bytes = Arrays.copyOf(head, head.length + this.body.length);
		System.arraycopy(this.body, 0, bytes, head.length, this.body.length);
		return bytes;
	}

}
