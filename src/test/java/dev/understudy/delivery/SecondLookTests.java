package dev.understudy.delivery;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.transaction.support.TransactionTemplate;

import dev.understudy.database.DatabaseClock;

import static org.assertj.core.api.Assertions.assertThat;
import static org.mockito.ArgumentMatchers.any;
import static org.mockito.BDDMockito.given;
import static org.mockito.Mockito.mock;
import static org.mockito.Mockito.never;
import static org.mockito.Mockito.verify;

class SecondLookTests {

	private static final UUID ID = new UUID(0, 1);

	private static final Instant SENT = Instant.parse("2026-11-22T12:00:00Z");

	private final OperationStore store = mock(OperationStore.class);

	private final AttemptStore attempts = mock(AttemptStore.class);

	private final Observer observer = mock(Observer.class);

	private final DatabaseClock clock = mock(DatabaseClock.class);

	private final SecondLook secondLook = new SecondLook(this.store, this.attempts, this.observer, mock(Endings.class),
			mock(TransactionTemplate.class), this.clock, BackoffTests.properties());

	@BeforeEach
	void sent() {
		given(this.attempts.of(ID))
			.willReturn(List.of(new Attempt(1, "CreateInferenceExperiment", "not there", SENT.minusSeconds(60), null),
					new Attempt(2, "CreateInferenceExperiment", "not there", SENT, null)));
		given(this.store.find(ID)).willReturn(Optional.of(mock(Operation.class)));
	}

	@Test
	void doesNotLookBeforeTheDatabasesClockSaysThatItIsSettled() {
		given(this.clock.now()).willReturn(SENT.plus(Duration.ofMinutes(19)));
		assertThat(this.secondLook.look(ID)).hasValue(Duration.ofMinutes(1));
		verify(this.observer, never()).look(any());
	}

	@Test
	void looksWhenItIsSettled() {
		assertThat(settledAndSeeing(new Observation.Absent())).isEmpty();
	}

	@Test
	void comesBackSoonWhereTimeHealsItAndSeldomWhereAPersonMust() {
		WaitingFor time = WaitingFor.time("Rate exceeded");
		WaitingFor credentials = WaitingFor.credentials("Renew them");
		assertThat(settledAndSeeing(new Observation.Unseen(time))).hasValue(Duration.ofSeconds(60));
		assertThat(settledAndSeeing(new Observation.Untold("arn", null, time))).hasValue(Duration.ofSeconds(60));
		assertThat(settledAndSeeing(new Observation.Unseen(credentials))).hasValue(Duration.ofMinutes(10));
		assertThat(settledAndSeeing(new Observation.Untold("arn", null, credentials))).hasValue(Duration.ofMinutes(10));
	}

	private Optional<Duration> settledAndSeeing(Observation seen) {
		given(this.clock.now()).willReturn(SENT.plus(Duration.ofMinutes(20)));
		given(this.observer.look(any())).willReturn(new Sight(seen, null, Duration.ZERO));
		return this.secondLook.look(ID);
	}

}
