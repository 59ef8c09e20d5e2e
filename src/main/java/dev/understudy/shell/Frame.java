package dev.understudy.shell;

import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.Locale;
import java.util.Objects;

import jakarta.servlet.DispatcherType;
import jakarta.servlet.http.HttpServletRequest;
import org.jspecify.annotations.Nullable;
import org.springframework.security.authentication.AnonymousAuthenticationToken;
import org.springframework.security.core.Authentication;
import org.springframework.security.core.context.SecurityContextHolder;
import org.springframework.web.context.request.RequestContextHolder;
import org.springframework.web.context.request.ServletRequestAttributes;

/**
 * What every page knows without its controller saying so; templates call it
 * <code>#frame</code>.
 */
public class Frame {

	private static final DateTimeFormatter UTC = DateTimeFormatter.ofPattern("uuuu-MM-dd HH:mm:ss 'UTC'")
		.withZone(ZoneOffset.UTC);

	private final boolean sandbox;

	Frame(boolean sandbox) {
		this.sandbox = sandbox;
	}

	/**
	 * Whether nothing here is real.
	 * @return true with the simulator instead of AWS
	 */
	public boolean isSandbox() {
		return this.sandbox;
	}

	/**
	 * Who is signed in.
	 * @return the user's name, or null
	 */
	public @Nullable String getUser() {
		Authentication authentication = SecurityContextHolder.getContext().getAuthentication();
		boolean known = authentication != null && authentication.isAuthenticated()
				&& !(authentication instanceof AnonymousAuthenticationToken);
		return known ? Objects.requireNonNull(authentication).getName() : null;
	}

	/**
	 * Whether who is signed in holds a permission.
	 * @param permission its name
	 * @return true if so
	 */
	public boolean may(String permission) {
		Authentication authentication = SecurityContextHolder.getContext().getAuthentication();
		return authentication != null && authentication.getAuthorities()
			.stream()
			.anyMatch((authority) -> permission.equals(authority.getAuthority()));
	}

	/**
	 * The id of this request.
	 * @return the id
	 */
	public String getRequestId() {
		return RequestId.current();
	}

	/**
	 * Whether the page belongs to a section of the navigation.
	 * @param section a path; "/" is only itself
	 * @return true if the page is it or below it
	 */
	public boolean isIn(String section) {
		String path = request().getRequestURI().substring(request().getContextPath().length());
		return path.equals(section) || (!section.equals("/") && path.startsWith(section + "/"));
	}

	/**
	 * This page's own address with one query parameter changed.
	 * @param parameter its name
	 * @param value its new value; null takes it away
	 * @return path and query
	 */
	public String with(String parameter, @Nullable String value) {
		HttpServletRequest request = request();
		return Query.of(request).with(parameter, value).after(request.getRequestURI());
	}

	/**
	 * The languages this very page can be had in; none where it cannot be asked for
	 * again, because it answers what was sent or tells of a failure.
	 * @return languages by their ISO 639 codes
	 */
	public List<String> getLanguages() {
		HttpServletRequest request = request();
		boolean again = request.getMethod().equals("GET") && request.getDispatcherType() == DispatcherType.REQUEST;
		return again ? Languages.SPOKEN.stream().map(Locale::getLanguage).toList() : List.of();
	}

	/**
	 * The theme this page is to be seen in.
	 * @return <code>light</code>, <code>dark</code> or <code>auto</code>
	 */
	public String getTheme() {
		return Theme.of(request()).id();
	}

	/**
	 * Whether this is a later page of a list.
	 * @return true unless it is the first
	 */
	public boolean isPaged() {
		return request().getParameter("pageToken") != null;
	}

	/**
	 * Whether a value is among those offered.
	 * @param options what is offered
	 * @param value what is chosen
	 * @return true if it can be chosen
	 */
	public boolean offers(List<Option> options, String value) {
		return options.stream().anyMatch((option) -> option.value().equals(value));
	}

	/**
	 * A time as it stands on a page before the browser says it in the reader's zone.
	 * @param time the time
	 * @return date and time to the second, with the zone
	 */
	public String utc(Instant time) {
		return UTC.format(time);
	}

	/**
	 * The id of a form field, for labels and links.
	 * @param path the field's property path, such as <code>variants[0].model</code>
	 * @return such as <code>variants-0-model</code>
	 */
	public String id(String path) {
		return path.replace("]", "").replaceAll("[\\[.]", "-");
	}

	static HttpServletRequest request() {
		return ((ServletRequestAttributes) RequestContextHolder.currentRequestAttributes()).getRequest();
	}

}
