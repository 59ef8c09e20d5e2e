package dev.understudy.shell;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Objects;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

import org.springframework.core.io.ClassPathResource;
import org.springframework.http.CacheControl;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.security.access.prepost.PreAuthorize;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.webjars.WebJarVersionLocator;

import static java.time.Duration.ofHours;

/**
 * The dark rules of all stylesheets once more, for readers whose system is dark and whose
 * browser runs no script that could say so. Made of the stylesheets themselves, so that
 * there is one night only.
 */
@Controller
class Night {

	private static final Pattern RULE = Pattern.compile("([^{}]*data-bs-theme=\"?dark[^{}]*)\\{([^{}]*)}");

	private static final Pattern DARK = Pattern.compile("^\\s*(?:/\\*.*\\*/\\s*)?\\[data-bs-theme=\"?dark\"?]",
			Pattern.DOTALL);

	private final String rules;

	Night() throws IOException {
		String tabler = Objects
			.requireNonNull(new WebJarVersionLocator().fullPath("tabler__core", "dist/css/tabler.min.css"));
		this.rules = dark(text(tabler)) + dark(text("static/css/understudy.css"));
	}

	@GetMapping("/css/night.css")
	@PreAuthorize("permitAll()")
	ResponseEntity<String> rules() {
		return ResponseEntity.ok()
			.contentType(new MediaType("text", "css", StandardCharsets.UTF_8))
			.cacheControl(CacheControl.maxAge(ofHours(1)).cachePublic())
			.body(this.rules);
	}

	/** What holds in the dark theme, said of the one that is as the system has it. */
	static String dark(String css) {
		return RULE.matcher(css)
			.results()
			.map((rule) -> selectors(rule.group(1)) + '{' + rule.group(2) + "}\n")
			.filter((rule) -> !rule.startsWith("{"))
			.collect(Collectors.joining());
	}

	private static String selectors(String list) {
		return Arrays.stream(list.split(","))
			.filter((selector) -> DARK.matcher(selector).find())
			.map((selector) -> DARK.matcher(selector).replaceFirst("[data-bs-theme=\"auto\"]").strip())
			.collect(Collectors.joining(","));
	}

	private static String text(String path) throws IOException {
		return new ClassPathResource(path).getContentAsString(StandardCharsets.UTF_8);
	}

}
