package dev.understudy.sandbox;

import java.util.Arrays;
import java.util.Optional;

import org.springframework.stereotype.Component;

import dev.understudy.access.TokenSource;
import dev.understudy.actor.Role;

/**
 * Knows the bearer tokens of the sandbox, one for each role: us_sandbox_author and so on.
 * They are in no table.
 */
@Component
@InSandbox
class SandboxTokens implements TokenSource {

	private static final String PREFIX = "us_sandbox_";

	@Override
	public Optional<KnownToken> find(String token) {
		return Arrays.stream(Role.values())
			.filter((role) -> token.equals(PREFIX + role.id()))
			.findFirst()
			.map((role) -> new KnownToken(role.id(), "sandbox", role));
	}

}
