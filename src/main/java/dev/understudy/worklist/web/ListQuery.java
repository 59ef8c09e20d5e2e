package dev.understudy.worklist.web;

import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Collectors;

import org.springframework.util.MultiValueMap;
import org.springframework.web.util.UriUtils;

/**
 * What narrows the list of experiments down or orders it, as its address says it: of all
 * that was sent only what the list knows, and never the page somebody was at.
 */
final class ListQuery {

	private static final List<String> KNOWN = List.of("phase", "status", "endpoint", "owner", "tag", "label", "q",
			"sort");

	/** The order that the list has anyway. */
	private static final String USUAL = "sort=-updated";

	private ListQuery() {
	}

	static String of(MultiValueMap<String, String> sent) {
		return KNOWN.stream()
			.flatMap((name) -> sent.getOrDefault(name, List.of())
				.stream()
				.filter((value) -> !value.isBlank())
				.map((value) -> name + '=' + UriUtils.encode(value.strip(), StandardCharsets.UTF_8)))
			.filter((part) -> !part.equals(USUAL))
			.collect(Collectors.joining("&"));
	}

	/** The same of a query that was sent as one text. */
	static String of(String query) {
		return Arrays.stream(query.split("&"))
			.filter((part) -> KNOWN.contains(part.split("=", 2)[0]) && part.matches("[a-z]+=[A-Za-z0-9%._~-]+"))
			.collect(Collectors.joining("&"));
	}

}
