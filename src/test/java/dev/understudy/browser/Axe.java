package dev.understudy.browser;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.List;

import com.microsoft.playwright.Page;
import org.jspecify.annotations.Nullable;
import org.springframework.core.io.ClassPathResource;

/**
 * Finds by axe's rules what a person would stumble over: what is moderate or worse.
 */
final class Axe {

	private static final String SCRIPT = read();

	/** Answered otherwise by other colours and widths; all else is so in every light. */
	private static final List<String> OF_THE_LOOK = List.of("color-contrast", "link-in-text-block",
			"scrollable-region-focusable");

	private static final String RUN = """
			async (rules) => {
				const { violations } = await axe.run(document, { resultTypes: ["violations"], ...(rules && { runOnly: rules }) });
				return violations.filter(({ impact }) => ["moderate", "serious", "critical"].includes(impact))
					.flatMap(({ id, nodes }) => nodes.map(({ html }) => `${id}: ${html}`));
			}""";

	private Axe() {
	}

	/** By every rule. */
	static List<String> barriers(Page page) {
		return run(page, null);
	}

	/** By the rules that another light or another width may break. */
	static List<String> barriersOfTheLook(Page page) {
		return run(page, OF_THE_LOOK);
	}

	private static List<String> run(Page page, @Nullable List<String> rules) {
		if (!(boolean) page.evaluate("'axe' in window")) {
			page.evaluate(SCRIPT);
		}
		return ((List<?>) page.evaluate(RUN, rules)).stream().map(String.class::cast).toList();
	}

	private static String read() {
		try {
			return new ClassPathResource("axe.min.js").getContentAsString(StandardCharsets.UTF_8);
		}
		catch (IOException ex) {
			throw new UncheckedIOException(ex);
		}
	}

}
