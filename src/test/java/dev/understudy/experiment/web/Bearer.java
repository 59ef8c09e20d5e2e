package dev.understudy.experiment.web;

import org.springframework.http.HttpHeaders;
import org.springframework.test.web.servlet.request.RequestPostProcessor;

/** Sends a request with one of the sandbox's tokens. */
final class Bearer {

	private Bearer() {
	}

	static RequestPostProcessor author() {
		return of("us_sandbox_author");
	}

	static RequestPostProcessor viewer() {
		return of("us_sandbox_viewer");
	}

	private static RequestPostProcessor of(String token) {
		return (request) -> {
			request.addHeader(HttpHeaders.AUTHORIZATION, "Bearer " + token);
			return request;
		};
	}

}
