package dev.understudy.experiment.web;

import java.time.Duration;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import org.springframework.http.HttpHeaders;
import org.springframework.http.ResponseCookie;
import org.springframework.security.access.prepost.PreAuthorize;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.PostMapping;

/**
 * Puts the tour away and brings it back. That is kept in the browser: it is about whoever
 * sits before it, and nothing of the installation.
 */
@Controller
@PreAuthorize("hasAuthority('READ')")
class TourPages {

	static final String COOKIE = "understudy-tour";

	@PostMapping("/tour/end")
	@PreAuthorize("hasAuthority('READ')")
	String end(HttpServletRequest request, HttpServletResponse response) {
		return remember("ended", Duration.ofDays(365), request, response);
	}

	@PostMapping("/tour/begin")
	@PreAuthorize("hasAuthority('READ')")
	String begin(HttpServletRequest request, HttpServletResponse response) {
		return remember("", Duration.ZERO, request, response);
	}

	private static String remember(String value, Duration age, HttpServletRequest request,
			HttpServletResponse response) {
		response.addHeader(HttpHeaders.SET_COOKIE,
				ResponseCookie.from(COOKIE, value)
					.path("/")
					.maxAge(age)
					.httpOnly(true)
					.secure(request.isSecure())
					.sameSite("Lax")
					.build()
					.toString());
		return "redirect:/";
	}

}
