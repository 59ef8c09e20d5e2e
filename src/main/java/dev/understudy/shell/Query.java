package dev.understudy.shell;

import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.stream.Collectors;
import java.util.stream.Stream;

import jakarta.servlet.http.HttpServletRequest;
import org.jspecify.annotations.Nullable;
import org.springframework.web.util.UriUtils;

/**
 * The query of an address as the browser sent it. What is left alone stays as it was
 * encoded, even where the encoding is not what the standard wants.
 *
 * @param text without the question mark
 */
record Query(String text) {

	static Query of(HttpServletRequest request) {
		String text = request.getQueryString();
		return new Query((text != null) ? text : "");
	}

	/** The same query with one parameter set; null takes it away. */
	Query with(String parameter, @Nullable String value) {
		Stream<String> others = Arrays.stream(this.text.split("&"))
			.filter((part) -> !part.isEmpty() && !part.equals(parameter) && !part.startsWith(parameter + "="));
		Stream<String> own = (value != null)
				? Stream.of(parameter + "=" + UriUtils.encode(value, StandardCharsets.UTF_8)) : Stream.empty();
		return new Query(Stream.concat(others, own).collect(Collectors.joining("&")));
	}

	String after(CharSequence address) {
		return this.text.isEmpty() ? address.toString() : address + "?" + this.text;
	}

}
