package dev.understudy.delivery;

import java.time.Instant;
import java.util.Optional;

import org.springframework.stereotype.Component;

import dev.understudy.definition.Definition;
import dev.understudy.target.Target;
import dev.understudy.target.Targets;

/**
 * The execution role must still be on the target's list.
 */
@Component
class RoleGate implements BeforeSending {

	private final Targets targets;

	RoleGate(Targets targets) {
		this.targets = targets;
	}

	@Override
	public Optional<ClosedGate> inspect(Operation operation, Instant now) {
		String role = Definition.thaw(operation.payload()).roleArn();
		boolean listed = this.targets.find(operation.target())
			.map(Target::executionRoles)
			.filter((roles) -> roles.contains(role))
			.isPresent();
		return listed ? Optional.empty()
				: Optional.of(new ClosedGate("role-not-allowed",
						"The role %s is not on the list of target '%s' (any more). Choose one that is.".formatted(role,
								operation.target()),
						false));
	}

}
