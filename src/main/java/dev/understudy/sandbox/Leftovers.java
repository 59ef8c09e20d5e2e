package dev.understudy.sandbox;

import java.util.List;

import org.springframework.boot.autoconfigure.condition.ConditionalOnProperty;
import org.springframework.stereotype.Component;

import dev.understudy.access.Users;

/**
 * Refuses to talk to AWS on a database that was a sandbox, as long as somebody could sign
 * in there with a password that everybody knows. Made before the web server listens.
 */
@Component
@ConditionalOnProperty(name = "understudy.sagemaker.mode", havingValue = "aws")
class Leftovers {

	Leftovers(Users users) {
		List<String> open = users.openToEverybody();
		if (!open.isEmpty()) {
			throw new LeftoverAccountsException(open);
		}
	}

	/** Accounts of a sandbox are still open. */
	static class LeftoverAccountsException extends RuntimeException {

		LeftoverAccountsException(List<String> names) {
			super("This database was a sandbox: everybody knows the passwords of " + String.join(", ", names));
		}

	}

}
