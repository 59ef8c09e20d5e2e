package dev.understudy.access;

import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpSession;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpHeaders;
import org.springframework.http.MediaType;
import org.springframework.stereotype.Component;

/**
 * Keeps the text of forms that were sent without being signed in, until their senders
 * have signed in and say that it is to be sent again. Kept in memory, the latest few.
 */
@Component
public class InterruptedPosts {

	private static final String KEY = InterruptedPosts.class.getName();

	private static final int MOST = 64;

	private static final long MOST_BYTES = 16_000_000;

	private static final int LONGEST = 1_000_000;

	private final Map<UUID, InterruptedPost> kept = new LinkedHashMap<>();

	private long bytes;

	/**
	 * Keeps a form if one of our own pages sent it.
	 * @param request the request that was not let in
	 * @return whether it was kept
	 */
	boolean keep(HttpServletRequest request) {
		if (!isForm(request) || !isOurs(request)) {
			return false;
		}
		UUID key = UUID.randomUUID();
		put(key, new InterruptedPost(path(request), fields(request)));
		HttpSession session = request.getSession();
		if (session.getAttribute(KEY) instanceof UUID replaced) {
			remove(replaced);
		}
		session.setAttribute(KEY, key);
		return true;
	}

	/**
	 * Finds what this browser sent in vain.
	 * @param request any later request of it
	 * @return the form, or empty
	 */
	public Optional<InterruptedPost> find(HttpServletRequest request) {
		return Optional.ofNullable(key(request)).flatMap(this::get);
	}

	/**
	 * Forgets it.
	 * @param request any later request of that browser
	 */
	public void forget(HttpServletRequest request) {
		UUID key = key(request);
		if (key != null) {
			remove(key);
			request.getSession().removeAttribute(KEY);
		}
	}

	/** Forgets the form if this request is what it had tried to be. */
	void arrived(HttpServletRequest request) {
		if (find(request).filter((post) -> post.path().equals(path(request))).isPresent()) {
			forget(request);
		}
	}

	private static @Nullable UUID key(HttpServletRequest request) {
		HttpSession session = request.getSession(false);
		return (session != null && session.getAttribute(KEY) instanceof UUID key) ? key : null;
	}

	private synchronized void put(UUID key, InterruptedPost post) {
		this.kept.put(key, post);
		this.bytes += post.bytes();
		while (this.kept.size() > MOST || this.bytes > MOST_BYTES) {
			remove(this.kept.keySet().iterator().next());
		}
	}

	private synchronized Optional<InterruptedPost> get(UUID key) {
		return Optional.ofNullable(this.kept.get(key));
	}

	private synchronized void remove(UUID key) {
		InterruptedPost removed = this.kept.remove(key);
		if (removed != null) {
			this.bytes -= removed.bytes();
		}
	}

	// A panel that refreshes itself stays as it is, with what was typed into it.
	private static boolean isForm(HttpServletRequest request) {
		String type = request.getContentType();
		return "POST".equals(request.getMethod()) && request.getHeader("HX-Request") == null && type != null
				&& (type.startsWith(MediaType.APPLICATION_FORM_URLENCODED_VALUE)
						|| type.startsWith(MediaType.MULTIPART_FORM_DATA_VALUE))
				&& request.getContentLengthLong() <= LONGEST
				&& !request.getRequestURI().startsWith(request.getContextPath() + "/sign-");
	}

	// Otherwise another site could have somebody send its text by pressing "Continue".
	private static boolean isOurs(HttpServletRequest request) {
		int port = request.getServerPort();
		boolean standard = port == ("https".equals(request.getScheme()) ? 443 : 80);
		String own = request.getScheme() + "://" + request.getServerName() + (standard ? "" : ":" + port);
		return own.equalsIgnoreCase(request.getHeader(HttpHeaders.ORIGIN));
	}

	private static String path(HttpServletRequest request) {
		String query = request.getQueryString();
		return request.getRequestURI() + ((query != null) ? "?" + query : "");
	}

	private static Map<String, List<String>> fields(HttpServletRequest request) {
		Map<String, List<String>> fields = new LinkedHashMap<>();
		request.getParameterMap().forEach((name, values) -> {
			if (!name.equals("_csrf") && !name.toLowerCase(Locale.ROOT).contains("password")) {
				fields.put(name, Arrays.asList(values));
			}
		});
		return fields;
	}

}
