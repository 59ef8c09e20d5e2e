package dev.understudy.shell;

import java.io.IOException;
import java.util.Map;

import jakarta.servlet.ServletException;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.beans.factory.support.StaticListableBeanFactory;
import org.springframework.mock.web.MockFilterChain;
import org.springframework.mock.web.MockHttpServletRequest;
import org.springframework.mock.web.MockHttpServletResponse;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

class BodyLimitFilterTests {

	private static final String FORM = "application/x-www-form-urlencoded";

	private static final String FILES = "multipart/form-data; boundary=x";

	private static final int ELSEWHERE = 3_000_000;

	private final BodyLimitFilter filter = new BodyLimitFilter(new StaticListableBeanFactory(
			Map.of("api", new BodyLimit("/api/v1/tables", ELSEWHERE), "pages", new BodyLimit("/tables", ELSEWHERE)))
		.getBeanProvider(BodyLimit.class));

	@ParameterizedTest
	@CsvSource(nullValues = "-", value = { "/api/v1/x, application/json, 278528", "/api/v1/tables, text/csv, 3000000",
			"/api/v1/tables/x, -, 3000000", "/api/v1/tablespoons, -, 278528", "/x, " + FORM + ", 1048576",
			"/x, '" + FILES + "', 2097152", "/tables, " + FORM + ", 3000000", "/tables/x, '" + FILES + "', 3000000" })
	void aBodyIsTakenUpToTheLimitOfItsAddress(String path, @Nullable String type, int limit) throws Exception {
		assertThat(status(path, type, limit)).isEqualTo(200);
		assertThat(status(path, type, limit + 1)).isEqualTo(413);
	}

	@Test
	void whatIsNoFormIsForWhoeverReadsIt() throws Exception {
		assertThat(status("/", "application/x-amz-json-1.1", ELSEWHERE)).isEqualTo(200);
	}

	@Test
	void aFormSaysHowLongItIs() throws Exception {
		MockHttpServletRequest request = new MockHttpServletRequest("POST", "/x");
		request.setContentType(FORM);
		request.addHeader("Transfer-Encoding", "chunked");
		assertThat(status(request)).isEqualTo(411);
	}

	@Test
	void aProgramsBodyOfUnknownLengthIsReadUpToTheLimit() throws Exception {
		MockHttpServletRequest request = new MockHttpServletRequest("PUT", "/api/v1/tables") {

			@Override
			public long getContentLengthLong() {
				return -1;
			}

		};
		request.setContent(new byte[ELSEWHERE + 1]);
		MockFilterChain chain = new MockFilterChain();
		this.filter.doFilter(request, new MockHttpServletResponse(), chain);
		assertThatExceptionOfType(IOException.class)
			.isThrownBy(() -> chain.getRequest().getInputStream().readAllBytes())
			.withMessageContaining("longer than " + ELSEWHERE);
	}

	private int status(String path, @Nullable String type, int length) throws ServletException, IOException {
		MockHttpServletRequest request = new MockHttpServletRequest("POST", path);
		request.setContentType(type);
		request.setContent(new byte[length]);
		return status(request);
	}

	private int status(MockHttpServletRequest request) throws ServletException, IOException {
		MockHttpServletResponse response = new MockHttpServletResponse();
		this.filter.doFilter(request, response, new MockFilterChain());
		return response.getStatus();
	}

}
