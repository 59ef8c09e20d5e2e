package dev.understudy.sandbox;

import java.net.InetAddress;

import org.springframework.boot.web.server.autoconfigure.ServerProperties;
import org.springframework.stereotype.Component;

/**
 * Refuses to start where other machines could sign in with passwords that everybody
 * knows.
 */
@Component
@InSandbox
class Exposure {

	Exposure(ServerProperties server, SandboxProperties sandbox) {
		InetAddress address = server.getAddress();
		boolean loopback = address != null && address.isLoopbackAddress();
		if (!loopback && !sandbox.exposed()) {
			throw new ExposedSandboxException((address != null) ? address.getHostAddress() : "every address");
		}
	}

	/** The sandbox would be reachable from other machines. */
	static class ExposedSandboxException extends RuntimeException {

		ExposedSandboxException(String address) {
			super("The sandbox's well-known accounts and tokens would be reachable on " + address);
		}

	}

}
