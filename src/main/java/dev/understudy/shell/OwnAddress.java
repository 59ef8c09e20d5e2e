package dev.understudy.shell;

import java.io.IOException;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;

/**
 * The address a page was asked for under, on this very host.
 */
final class OwnAddress {

	private OwnAddress() {
	}

	/** Has the page opened again, without a parameter that has done its work. */
	static void openWithout(String parameter, HttpServletRequest request, HttpServletResponse response)
			throws IOException {
		// Two slashes in front would name another host.
		String address = request.getRequestURI().replaceFirst("^/+", "/");
		response.sendRedirect(Query.of(request).with(parameter, null).after(address));
	}

}
