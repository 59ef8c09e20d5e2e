package dev.understudy.shell;

import java.time.Duration;
import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;

import jakarta.servlet.http.HttpServletRequest;
import org.jspecify.annotations.Nullable;
import org.springframework.http.ResponseCookie;
import org.springframework.web.util.WebUtils;

/** By day, by night, or as the reader's system has it. */
enum Theme {

	AUTO, LIGHT, DARK;

	static final String COOKIE = "understudy-theme";

	/** The one chosen in this browser, else as the system has it. */
	static Theme of(HttpServletRequest request) {
		return Optional.ofNullable(WebUtils.getCookie(request, COOKIE))
			.flatMap((cookie) -> named(cookie.getValue()))
			.orElse(AUTO);
	}

	static Optional<Theme> named(@Nullable String id) {
		return Arrays.stream(values()).filter((it) -> it.id().equals(id)).findFirst();
	}

	String id() {
		return name().toLowerCase(Locale.ROOT);
	}

	/** Not for the server alone: the page's own script changes it without asking. */
	ResponseCookie cookie(boolean secure) {
		return ResponseCookie.from(COOKIE, id())
			.path("/")
			.maxAge(Duration.ofDays(365))
			.secure(secure)
			.sameSite("Lax")
			.build();
	}

}
