package dev.understudy.sandbox;

import org.springframework.boot.ApplicationArguments;
import org.springframework.boot.ApplicationRunner;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionTemplate;

import dev.understudy.access.Users;
import dev.understudy.actor.Actor;
import dev.understudy.actor.Role;

/**
 * Makes one account for each role; the password is the name.
 */
@Component
@InSandbox
class SandboxAccounts implements ApplicationRunner {

	private static final Actor SANDBOX = Actor.system("sandbox", "start");

	private final Users users;

	private final TransactionTemplate transaction;

	SandboxAccounts(Users users, TransactionTemplate transaction) {
		this.users = users;
		this.transaction = transaction;
	}

	@Override
	public void run(ApplicationArguments arguments) {
		for (Role role : Role.values()) {
			if (this.users.find(role.id()).isEmpty()) {
				this.transaction.executeWithoutResult((status) -> this.users.createForSandbox(role, SANDBOX));
			}
		}
	}

}
