package dev.understudy.delivery;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

import org.junit.jupiter.api.Test;

import dev.understudy.target.Target;
import dev.understudy.target.Targets;

import static org.assertj.core.api.Assertions.assertThat;
import static org.mockito.BDDMockito.given;
import static org.mockito.Mockito.mock;

class RoleGateTests {

	private static final Instant NOW = Instant.parse("2026-11-22T12:00:00Z");

	private static final String ACCOUNT = "111122223333";

	private final Targets targets = mock(Targets.class);

	private final RoleGate gate = new RoleGate(this.targets);

	@Test
	void letsARoleOnTheListPass() {
		configured(ACCOUNT, Submissions.ROLE);
		assertThat(inspect()).isEmpty();
	}

	@Test
	void aRoleThatIsNotOnTheListIsRefusedForGood() {
		configured(ACCOUNT, "arn:aws:iam::111122223333:role/another");
		assertThat(inspect()).hasValueSatisfying((closed) -> {
			assertThat(closed.code()).isEqualTo("role-not-allowed");
			assertThat(closed.paused()).isFalse();
		});
	}

	@Test
	void aTargetThatThisReplicaDoesNotKnowIsWaitedFor() {
		given(this.targets.find("fraud")).willReturn(Optional.empty());
		assertThatTargetIsMissing();
	}

	@Test
	void aTargetOfThatNameInAnotherAccountIsAnotherTarget() {
		configured("444455556666", "arn:aws:iam::444455556666:role/shadow");
		assertThatTargetIsMissing();
	}

	private void assertThatTargetIsMissing() {
		assertThat(inspect()).hasValueSatisfying((closed) -> {
			assertThat(closed.code()).isEqualTo("target-missing");
			assertThat(closed.message()).contains("'fraud'", "understudy.targets");
			assertThat(closed.paused()).isTrue();
		});
	}

	private void configured(String account, String role) {
		given(this.targets.find("fraud"))
			.willReturn(Optional.of(new Target("fraud", account, "us-east-1", null, List.of(role))));
	}

	private Optional<ClosedGate> inspect() {
		String payload = Submissions.definition("x", Submissions.ROLE, Duration.ofHours(2)).json();
		return this.gate.inspect(new Operation(new UUID(0, 1), new UUID(0, 2), OperationType.CREATE,
				OperationState.QUEUED, "fraud", ACCOUNT, "us-east-1", "x", payload, "", new UUID(0, 3), "ada", false,
				null, null, null, null, null, NOW, NOW.plusSeconds(60), null), NOW);
	}

}
