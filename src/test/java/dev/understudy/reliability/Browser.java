package dev.understudy.reliability;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.CookieManager;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Somebody who is signed in to one replica and looks at its pages.
 */
final class Browser {

	private static final Pattern CSRF = Pattern.compile("name=\"_csrf\" value=\"([^\"]*)\"");

	private final HttpClient http = HttpClient.newBuilder().cookieHandler(new CookieManager()).build();

	private final URI root;

	/**
	 * Signs in to the sandbox.
	 * @param api where the replica's REST interface is
	 */
	Browser(URI api) {
		this.root = api.resolve("/");
		Matcher csrf = CSRF.matcher(open("/sign-in").body());
		if (!csrf.find()) {
			throw new IllegalStateException("There is nothing to sign in with");
		}
		String form = "name=admin&password=admin&_csrf=" + URLEncoder.encode(csrf.group(1), StandardCharsets.UTF_8);
		HttpResponse<String> answer = send(
				request("/sign-in").header("Content-Type", "application/x-www-form-urlencoded")
					.header("Origin", this.root.toString().replaceFirst("/$", ""))
					.POST(BodyPublishers.ofString(form)));
		if (answer.statusCode() != 302) {
			throw new IllegalStateException("Signing in was answered with " + answer.statusCode());
		}
	}

	HttpResponse<String> open(String path) {
		return send(request(path).header("Accept", "text/html"));
	}

	private HttpRequest.Builder request(String path) {
		return HttpRequest.newBuilder(this.root.resolve(path));
	}

	private HttpResponse<String> send(HttpRequest.Builder request) {
		try {
			return this.http.send(request.build(), BodyHandlers.ofString());
		}
		catch (IOException ex) {
			throw new UncheckedIOException(ex);
		}
		catch (InterruptedException ex) {
			Thread.currentThread().interrupt();
			throw new IllegalStateException(ex);
		}
	}

}
