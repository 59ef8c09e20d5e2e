package dev.understudy.shell;

import java.io.IOException;
import java.util.Locale;
import java.util.Objects;
import java.util.Optional;

import jakarta.servlet.DispatcherType;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import org.springframework.web.servlet.HandlerInterceptor;
import org.springframework.web.servlet.support.RequestContextUtils;

/**
 * Any page can be asked for in another language, with <code>?lang=de</code>. The choice
 * is kept in a cookie, and the page is opened again by its own address.
 */
class LanguageChoice implements HandlerInterceptor {

	static final String PARAMETER = "lang";

	@Override
	public boolean preHandle(HttpServletRequest request, HttpServletResponse response, Object handler)
			throws IOException {
		// Nothing is read of a form, nor while telling that it was too long to be read.
		if (!request.getMethod().equals("GET") || request.getDispatcherType() != DispatcherType.REQUEST
				|| ApiRequests.matches(request)) {
			return true;
		}
		Optional<Locale> chosen = Languages.spoken(request.getParameter(PARAMETER));
		if (chosen.isEmpty()) {
			return true;
		}
		Objects.requireNonNull(RequestContextUtils.getLocaleResolver(request))
			.setLocale(request, response, chosen.get());
		OwnAddress.openWithout(PARAMETER, request, response);
		return false;
	}

}
