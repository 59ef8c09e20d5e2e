package dev.understudy.simulator;

import java.io.IOException;

import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import org.apache.catalina.connector.Request;
import org.apache.catalina.connector.Response;
import org.apache.catalina.valves.ValveBase;
import org.apache.coyote.ActionCode;

/**
 * Closes a connection without an answer, as a lost network does: the servlet API has no
 * word for that, so a valve hands Tomcat's own request down.
 */
final class ConnectionDrop extends ValveBase {

	private static final String ATTRIBUTE = ConnectionDrop.class.getName();

	ConnectionDrop() {
		super(true);
	}

	@Override
	public void invoke(Request request, Response response) throws IOException, ServletException {
		request.setAttribute(ATTRIBUTE, request.getCoyoteRequest());
		getNext().invoke(request, response);
	}

	static void drop(HttpServletRequest request) {
		if (!(request.getAttribute(ATTRIBUTE) instanceof org.apache.coyote.Request connection)) {
			throw new IllegalStateException("The connection cannot be dropped: the valve is not in place");
		}
		connection.action(ActionCode.CLOSE_NOW, null);
	}

}
