package dev.understudy.simulator;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import tools.jackson.databind.JsonNode;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * What stands on the wire, byte by byte.
 */
class ProtocolTests {

	private static final DateTimeFormatter SIGNED = DateTimeFormatter.ofPattern("uuuuMMdd'T'HHmmss'Z'")
		.withZone(ZoneOffset.UTC);

	private static final HttpClient HTTP = HttpClient.newHttpClient();

	private static RunningSimulator simulator;

	@BeforeAll
	static void start(@TempDir Path directory) {
		simulator = new RunningSimulator(directory);
	}

	@AfterAll
	static void stop() {
		simulator.close();
	}

	@ParameterizedTest
	@ValueSource(strings = { "", "/" })
	void bothSpellingsOfThePathAnswer(String suffix) throws Exception {
		HttpResponse<String> response = send(suffix, headers("ListModels", Duration.ZERO), "{}");
		assertThat(response.statusCode()).isEqualTo(200);
		assertThat(response.headers().firstValue("x-amzn-RequestId")).isPresent();
		assertThat(response.headers().firstValue("Content-Type")).hasValue("application/x-amz-json-1.1");
		assertThat(response.headers().firstValue("Date")).isPresent();
	}

	@Test
	void timesAreEpochSecondsWithThreeDecimals() throws Exception {
		assertThat(send("", headers("DescribeEndpoint", Duration.ZERO), "{\"EndpointName\": \"fraud-prod\"}").body())
			.contains("\"CreationTime\":1791187200.000");
	}

	@Test
	void errorsNameTheirTypeAndCarryARequestId() throws Exception {
		HttpResponse<String> response = send("", headers("DescribeInferenceExperiment", Duration.ZERO),
				"{\"Name\": \"nobody\"}");
		assertThat(response.statusCode()).isEqualTo(400);
		assertThat(response.headers().firstValue("x-amzn-RequestId")).isPresent();
		JsonNode body = Json.MAPPER.readTree(response.body());
		assertThat(body.path("__type").asString()).isEqualTo("ResourceNotFound");
		assertThat(body.path("Message").asString()).contains("nobody");
	}

	@ParameterizedTest
	@CsvSource({ "PT-14M, 200", "PT14M, 200", "PT-16M, 403", "PT16M, 403" })
	void aSignatureMoreThanAQuarterOfAnHourOffIsRefused(Duration off, int status) throws Exception {
		HttpResponse<String> response = send("", headers("ListModels", off), "{}");
		assertThat(response.statusCode()).isEqualTo(status);
		if (status != 200) {
			assertThat(response.body()).contains("InvalidSignatureException").contains("15 min.");
		}
	}

	@Test
	void movingTheClockDoesNotSpoilSignatures() throws Exception {
		simulator.control().advance(Duration.ofDays(2));
		assertThat(send("", headers("ListModels", Duration.ZERO), "{}").statusCode()).isEqualTo(200);
	}

	@ParameterizedTest
	@CsvSource({ "Authorization, , MissingAuthenticationTokenException",
			"Authorization, Bearer x, IncompleteSignatureException", "X-Amz-Date, , IncompleteSignatureException",
			"X-Amz-Date, yesterday, IncompleteSignatureException", "X-Amz-Target, , UnknownOperationException",
			"X-Amz-Target, SageMaker.Nonsense, UnknownOperationException",
			"X-Amz-Target, DynamoDB.ListModels, UnknownOperationException",
			"Content-Type, application/json, UnknownOperationException" })
	void aRequestThatIsNotOfTheProtocolIsRefused(String header, String value, String code) throws Exception {
		Map<String, String> headers = headers("ListModels", Duration.ZERO);
		headers.remove(header);
		if (value != null) {
			headers.put(header, value);
		}
		assertThat(send("", headers, "{}").body()).contains("\"__type\":\"%s\"".formatted(code));
	}

	@ParameterizedTest
	@ValueSource(strings = { "{", "nonsense", "[]", "{\"NameContains\": 7}", "{\"NameContains\": {\"a\": 1}}" })
	void whatCannotBeReadIsASerializationException(String body) throws Exception {
		HttpResponse<String> response = send("", headers("ListModels", Duration.ZERO), body);
		assertThat(response.statusCode()).isEqualTo(400);
		assertThat(response.body()).contains("\"__type\":\"SerializationException\"");
	}

	@Test
	void anEmptyBodyIsAnEmptyRequest() throws Exception {
		assertThat(send("", headers("ListModels", Duration.ZERO), "").statusCode()).isEqualTo(200);
	}

	@Test
	void aBodyWithoutEndIsRefused() throws Exception {
		assertThat(send("", headers("ListModels", Duration.ZERO), " ".repeat((4 << 20) + 1)).statusCode())
			.isEqualTo(413);
	}

	@Test
	void aForgedTokenIsRefused() throws Exception {
		assertThat(send("", headers("ListModels", Duration.ZERO), "{\"NextToken\": \"nonsense!\"}").body())
			.contains("ValidationException", "pagination token");
	}

	private static Map<String, String> headers(String operation, Duration off) {
		return new HashMap<>(Map.of("X-Amz-Target", "SageMaker." + operation, "Content-Type",
				"application/x-amz-json-1.1", "Authorization",
				"AWS4-HMAC-SHA256 Credential=test/20261122/us-east-1/sagemaker/aws4_request, SignedHeaders=host, Signature=0",
				"X-Amz-Date", SIGNED.format(Instant.now().plus(off))));
	}

	private static HttpResponse<String> send(String suffix, Map<String, String> headers, String body)
			throws IOException, InterruptedException {
		List<String> flat = new ArrayList<>();
		headers.forEach((name, value) -> flat.addAll(List.of(name, value)));
		return HTTP.send(HttpRequest.newBuilder(URI.create(simulator.endpoint() + suffix))
			.headers(flat.toArray(String[]::new))
			.POST(HttpRequest.BodyPublishers.ofString(body))
			.build(), HttpResponse.BodyHandlers.ofString());
	}

}
