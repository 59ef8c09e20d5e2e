package dev.understudy.shell;

import java.time.Duration;
import java.util.Collections;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpHeaders;
import org.springframework.http.ResponseCookie;
import org.springframework.stereotype.Component;
import org.springframework.web.servlet.DispatcherServlet;
import org.springframework.web.servlet.LocaleResolver;
import org.springframework.web.util.WebUtils;

/**
 * The language a page speaks: the one chosen in this browser, else the first the browser
 * asks for that is spoken here, else English. Programs always get English, whatever they
 * ask for, so that what they log and compare stays the same.
 */
@Component(DispatcherServlet.LOCALE_RESOLVER_BEAN_NAME)
class Languages implements LocaleResolver {

	static final List<Locale> SPOKEN = List.of(Locale.ENGLISH, Locale.GERMAN);

	static final String COOKIE = "understudy-language";

	@Override
	public Locale resolveLocale(HttpServletRequest request) {
		if (ApiRequests.matches(request)) {
			return Locale.ENGLISH;
		}
		return Optional.ofNullable(WebUtils.getCookie(request, COOKIE))
			.flatMap((cookie) -> spoken(cookie.getValue()))
			.or(() -> askedFor(request))
			.orElse(Locale.ENGLISH);
	}

	@Override
	public void setLocale(HttpServletRequest request, @Nullable HttpServletResponse response, @Nullable Locale locale) {
		if (response == null || locale == null) {
			throw new IllegalArgumentException("A choice needs a language and an answer that carries it");
		}
		response.addHeader(HttpHeaders.SET_COOKIE,
				ResponseCookie.from(COOKIE, locale.getLanguage())
					.path("/")
					.maxAge(Duration.ofDays(365))
					.httpOnly(true)
					.secure(request.isSecure())
					.sameSite("Lax")
					.build()
					.toString());
	}

	/** The language of this name, if it is spoken here. */
	static Optional<Locale> spoken(@Nullable String language) {
		return SPOKEN.stream().filter((it) -> it.getLanguage().equals(language)).findFirst();
	}

	// Without the header the servlet container would name the machine's own language.
	private static Optional<Locale> askedFor(HttpServletRequest request) {
		return (request.getHeader(HttpHeaders.ACCEPT_LANGUAGE) == null) ? Optional.empty()
				: Collections.list(request.getLocales())
					.stream()
					.flatMap((it) -> spoken(it.getLanguage()).stream())
					.findFirst();
	}

}
