package dev.understudy.shell;

import java.io.Serializable;
import java.util.List;

import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/**
 * What the next page says about what was just done. It survives exactly one redirect.
 *
 * @param level how it went
 * @param code key into messages.properties
 * @param args values for the message's placeholders, shown as text
 */
public record Flash(Level level, String code, List<String> args) implements Serializable {

	public Flash {
		args = List.copyOf(args);
	}

	/**
	 * Says on the next page that it worked.
	 * @param redirect the redirect to that page
	 * @param code key into messages.properties
	 * @param args values for the message's placeholders
	 */
	public static void success(RedirectAttributes redirect, String code, String... args) {
		redirect.addFlashAttribute("flash", new Flash(Level.SUCCESS, code, List.of(args)));
	}

	/**
	 * Says on the next page that it did not work, and why.
	 * @param redirect the redirect to that page
	 * @param code key into messages.properties
	 * @param args values for the message's placeholders
	 */
	public static void error(RedirectAttributes redirect, String code, String... args) {
		redirect.addFlashAttribute("flash", new Flash(Level.ERROR, code, List.of(args)));
	}

	/** How it went. */
	public enum Level {

		SUCCESS, ERROR

	}

}
