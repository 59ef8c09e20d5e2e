package dev.understudy.shell;

import java.util.List;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.http.HttpHeaders;
import org.springframework.mock.web.MockHttpServletRequest;
import org.springframework.web.context.request.RequestContextHolder;
import org.springframework.web.context.request.ServletRequestAttributes;

import static org.assertj.core.api.Assertions.assertThat;

class QueryTests {

	@AfterEach
	void forget() {
		RequestContextHolder.resetRequestAttributes();
	}

	@ParameterizedTest
	@CsvSource({ "'',p=t", "actor=ada%2Fci,actor=ada%2Fci&p=t", "p=old&q=a%20b+c,q=a%20b+c&p=t",
			"q=100%&p=1&p=2,q=100%&p=t", "p,p=t", "pp=1,pp=1&p=t" })
	void whatIsLeftAloneStaysAsItWasEncoded(String before, String after) {
		assertThat(new Query(before).with("p", "t").text()).isEqualTo(after);
	}

	@Test
	void aValueIsEncodedAndNullTakesTheParameterAway() {
		assertThat(new Query("a=1").with("p", "x&y=ü").text()).isEqualTo("a=1&p=x%26y%3D%C3%BC");
		assertThat(new Query("p=1").with("p", null).after("/audit")).isEqualTo("/audit");
	}

	@Test
	void theLinkOfAnAnswerKeepsItsFilters() {
		request("actor=ada%2Fci&pageToken=old");
		assertThat(new Page<>(List.of("a"), "next").toAnswer().getHeaders().getFirst(HttpHeaders.LINK))
			.isEqualTo("<http://localhost/audit?actor=ada%2Fci&pageToken=next>; rel=\"next\"");
	}

	@Test
	void thePagerKeepsItsFilters() {
		request("actor=ada%2Fci&pageToken=old");
		Frame frame = new Frame(true);
		assertThat(frame.with("pageToken", "next")).isEqualTo("/audit?actor=ada%2Fci&pageToken=next");
		assertThat(frame.with("pageToken", null)).isEqualTo("/audit?actor=ada%2Fci");
	}

	private static void request(String query) {
		MockHttpServletRequest request = new MockHttpServletRequest("GET", "/audit");
		request.setQueryString(query);
		RequestContextHolder.setRequestAttributes(new ServletRequestAttributes(request));
	}

}
