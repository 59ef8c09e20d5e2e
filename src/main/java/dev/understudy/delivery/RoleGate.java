package dev.understudy.delivery;

import java.time.Instant;
import java.util.Optional;

import org.springframework.stereotype.Component;

import dev.understudy.definition.Definition;
import dev.understudy.target.Target;
import dev.understudy.target.Targets;

/**
 * The execution role must still be on the target's list. A target that is missing says
 * nothing about its roles, so that is waited for.
 */
@Component
class RoleGate implements BeforeSending {

	private final Targets targets;

	RoleGate(Targets targets) {
		this.targets = targets;
	}

	@Override
	public Optional<ClosedGate> inspect(Operation operation, Instant now) {
		Optional<Target> target = this.targets.find(operation.target())
			.filter((it) -> it.account().equals(operation.account()) && it.region().equals(operation.region()));
		if (target.isEmpty()) {
			return Optional.of(missing(operation));
		}
		if (operation.type() != OperationType.CREATE) {
			return Optional.empty();
		}
		String role = Definition.thaw(operation.payload()).roleArn();
		return target.get().executionRoles().contains(role) ? Optional.empty()
				: Optional.of(new ClosedGate("role-not-allowed",
						Sentences.say("gate.role-not-allowed", role, operation.target()), false));
	}

	// Replicas may be configured one after the other: it proves nothing about the role.
	private static ClosedGate missing(Operation operation) {
		return new ClosedGate("target-missing",
				Sentences.say("gate.target-missing", operation.target(), operation.account(), operation.region()),
				true);
	}

}
