package dev.understudy.reliability;

import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.net.URI;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;

import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

/**
 * One request to SageMaker as it came over the wire.
 *
 * @param headers by name in lower case
 * @param body the request in JSON
 */
record WireCall(Map<String, String> headers, byte[] body) {

	private static final JsonMapper JSON = JsonMapper.builder().build();

	private static final int LONGEST_LINE = 16_384;

	/** Reads the next request of a connection; null where the client has closed it. */
	static @Nullable WireCall read(InputStream in) throws IOException {
		if (line(in).isEmpty()) {
			return null;
		}
		Map<String, String> headers = new TreeMap<>();
		for (String line = line(in); !line.isEmpty(); line = line(in)) {
			int colon = line.indexOf(':');
			headers.put(line.substring(0, colon).toLowerCase(Locale.ROOT), line.substring(colon + 1).strip());
		}
		int length = Integer.parseInt(headers.getOrDefault("content-length", "0"));
		byte[] body = in.readNBytes(length);
		if (body.length < length) {
			throw new EOFException("The client went away in the middle of a request");
		}
		return new WireCall(headers, body);
	}

	private static String line(InputStream in) throws IOException {
		StringBuilder line = new StringBuilder();
		for (int next = in.read(); next != '\n' && next >= 0 && line.length() < LONGEST_LINE; next = in.read()) {
			line.append((char) next);
		}
		return line.toString().stripTrailing();
	}

	/** The operation as AWS names it. Of S3, which names none, only one is called. */
	String operation() {
		String target = this.headers.getOrDefault("x-amz-target", "ListBuckets");
		return target.substring(target.lastIndexOf('.') + 1);
	}

	/** Which experiment it is about; empty for lists. */
	String name() {
		JsonNode input = JSON.readTree(this.body);
		String arn = input.path("ResourceArn").asString("");
		return input.path("Name").asString(arn.substring(arn.lastIndexOf('/') + 1));
	}

	boolean is(String operation) {
		return operation().equals(operation);
	}

	/** The same, as somebody else would have asked for it: without our tags. */
	WireCall bySomebodyElse() {
		ObjectNode input = (ObjectNode) JSON.readTree(this.body);
		input.remove("Tags");
		input.put("Description", Wire.SOMEBODY_ELSE);
		return new WireCall(this.headers, JSON.writeValueAsBytes(input));
	}

	/** Another operation on the same experiment, by the same caller. */
	WireCall instead(String operation) {
		Map<String, String> others = new TreeMap<>(this.headers);
		others.put("x-amz-target", "SageMaker." + operation);
		byte[] named = JSON.writeValueAsString(Map.of("Name", name())).getBytes(StandardCharsets.UTF_8);
		return new WireCall(others, named);
	}

	HttpRequest to(URI simulator) {
		HttpRequest.Builder request = HttpRequest.newBuilder(simulator)
			.timeout(Duration.ofSeconds(60))
			.POST(BodyPublishers.ofByteArray(this.body));
		for (String header : new String[] { "x-amz-target", "x-amz-date", "authorization", "content-type" }) {
			String value = this.headers.get(header);
			if (value != null) {
				request.header(header, value);
			}
		}
		return request.build();
	}

}
