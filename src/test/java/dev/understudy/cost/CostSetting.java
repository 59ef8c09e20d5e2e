package dev.understudy.cost;

import org.junit.jupiter.api.BeforeEach;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpMethod;
import org.springframework.http.MediaType;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.security.test.context.support.WithMockUser;
import org.springframework.test.web.servlet.assertj.MockMvcTester;
import org.springframework.test.web.servlet.assertj.MvcTestResult;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

import dev.understudy.experiment.Arranged;
import dev.understudy.experiment.Arranged.Arrangement;

import static org.assertj.core.api.Assertions.assertThat;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.csrf;

/** An admin, and what is known of prices. */
@Arranged
@WithMockUser(username = "admin", authorities = { "READ", "WRITE", "ADMINISTER" })
abstract class CostSetting {

	static final String HEADER = "region,instanceType,price,currency,date,source\r\n";

	static final String SEED = "AWS price list, AmazonSageMaker, hosting on demand";

	@Autowired
	MockMvcTester mvc;

	@Autowired
	Arrangement arranged;

	@Autowired
	JdbcClient jdbc;

	@BeforeEach
	void onlyWhatComesWithIt() {
		assertThat(call(HttpMethod.PUT, "/api/v1/prices", "admin", "text/csv",
				HEADER + "us-east-1,ml.m5.xlarge,0.23,USD,2025-04,\"" + SEED + "\"\r\n"))
			.hasStatusOk();
	}

	MvcTestResult prices(String path, String table) {
		return this.mvc.post().uri(path).with(csrf()).param("table", table).exchange();
	}

	MvcTestResult call(HttpMethod method, String path, String role, String type, String body) {
		return this.mvc.method(method)
			.uri(path)
			.header(HttpHeaders.AUTHORIZATION, "Bearer us_sandbox_" + role)
			.contentType(MediaType.valueOf(type))
			.content(body)
			.exchange();
	}

	static JsonNode json(MvcTestResult answer) {
		return JsonMapper.shared().readTree(answer.getResponse().getContentAsByteArray());
	}

}
