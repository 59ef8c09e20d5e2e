package dev.understudy.access;

import java.util.Optional;

import jakarta.servlet.http.Cookie;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpHeaders;
import org.springframework.http.ResponseCookie;
import org.springframework.security.authentication.RememberMeAuthenticationToken;
import org.springframework.security.core.Authentication;
import org.springframework.security.web.authentication.RememberMeServices;
import org.springframework.security.web.authentication.WebAuthenticationDetailsSource;
import org.springframework.security.web.authentication.logout.LogoutHandler;
import org.springframework.stereotype.Component;
import org.springframework.web.util.WebUtils;

/** Carries a {@link RememberedSignIns remembered sign-in} in a cookie. */
@Component
class RememberMe implements RememberMeServices, LogoutHandler {

	/** Ties a remembered authentication to this application; no secret is in it. */
	static final String KEY = "understudy";

	private final RememberedSignIns signIns;

	private final SignInRecord record;

	private final AccessProperties properties;

	private final String cookie;

	RememberMe(RememberedSignIns signIns, SignInRecord record, AccessProperties properties) {
		this.signIns = signIns;
		this.record = record;
		this.properties = properties;
		this.cookie = properties.cookie("remember");
	}

	@Override
	public @Nullable Authentication autoLogin(HttpServletRequest request, HttpServletResponse response) {
		return value(request).flatMap(this.signIns::find).map((user) -> {
			SignedInUser principal = new SignedInUser(user, null);
			RememberMeAuthenticationToken signedIn = new RememberMeAuthenticationToken(KEY, principal,
					principal.getAuthorities());
			this.record.resumed(principal, request.getRemoteAddr());
			signedIn.setDetails(new WebAuthenticationDetailsSource().buildDetails(request));
			return signedIn;
		}).orElse(null);
	}

	@Override
	public void loginSuccess(HttpServletRequest request, HttpServletResponse response, Authentication signedIn) {
		if (signedIn.getPrincipal() instanceof SignedInUser user) {
			set(request, response, this.signIns.remember(user.id()), this.properties.remember().toSeconds());
		}
	}

	@Override
	public void loginFail(HttpServletRequest request, HttpServletResponse response) {
		forget(request, response);
	}

	@Override
	public void logout(HttpServletRequest request, HttpServletResponse response,
			@Nullable Authentication authentication) {
		if (authentication != null && authentication.getPrincipal() instanceof SignedInUser user) {
			this.record.signedOut(user, request.getRemoteAddr());
		}
		forget(request, response);
	}

	void touch(HttpServletRequest request) {
		value(request).ifPresent(this.signIns::touch);
	}

	void forget(HttpServletRequest request, HttpServletResponse response) {
		value(request).ifPresent((value) -> {
			this.signIns.forget(value);
			set(request, response, "", 0);
		});
	}

	private Optional<String> value(HttpServletRequest request) {
		return Optional.ofNullable(WebUtils.getCookie(request, this.cookie)).map(Cookie::getValue);
	}

	private void set(HttpServletRequest request, HttpServletResponse response, String value, long seconds) {
		response.addHeader(HttpHeaders.SET_COOKIE,
				ResponseCookie.from(this.cookie, value)
					.path("/")
					.httpOnly(true)
					.secure(this.properties.secureCookies() || request.isSecure())
					.sameSite("Lax")
					.maxAge(seconds)
					.build()
					.toString());
	}

}
