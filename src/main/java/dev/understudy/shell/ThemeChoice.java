package dev.understudy.shell;

import java.io.IOException;
import java.util.Optional;

import jakarta.servlet.DispatcherType;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import org.springframework.http.HttpHeaders;
import org.springframework.web.servlet.HandlerInterceptor;

/**
 * Any page can be asked for in another theme, with <code>?theme=dark</code>. The choice
 * is kept in a cookie, and the page is opened again by its own address.
 */
class ThemeChoice implements HandlerInterceptor {

	static final String PARAMETER = "theme";

	@Override
	public boolean preHandle(HttpServletRequest request, HttpServletResponse response, Object handler)
			throws IOException {
		if (!request.getMethod().equals("GET") || request.getDispatcherType() != DispatcherType.REQUEST
				|| ApiRequests.matches(request)) {
			return true;
		}
		Optional<Theme> chosen = Theme.named(request.getParameter(PARAMETER));
		if (chosen.isEmpty()) {
			return true;
		}
		response.addHeader(HttpHeaders.SET_COOKIE, chosen.get().cookie(request.isSecure()).toString());
		OwnAddress.openWithout(PARAMETER, request, response);
		return false;
	}

}
