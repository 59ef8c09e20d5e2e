package dev.understudy.tracking;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;

import com.github.kagkarlsson.scheduler.task.CompletionHandler;
import com.github.kagkarlsson.scheduler.task.ExecutionComplete;
import com.github.kagkarlsson.scheduler.task.ExecutionContext;
import com.github.kagkarlsson.scheduler.task.ExecutionOperations;
import com.github.kagkarlsson.scheduler.task.Priority;
import com.github.kagkarlsson.scheduler.task.TaskInstance;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.mockito.ArgumentCaptor;

import dev.understudy.database.DatabaseClock;
import dev.understudy.sagemaker.SageMakerRefusal;
import dev.understudy.target.Target;
import dev.understudy.target.Targets;

import static dev.understudy.tracking.Watch.NOW;
import static org.assertj.core.api.Assertions.assertThat;
import static org.mockito.ArgumentMatchers.any;
import static org.mockito.ArgumentMatchers.eq;
import static org.mockito.BDDMockito.given;
import static org.mockito.Mockito.mock;
import static org.mockito.Mockito.verify;

/** The job of a target on a machine whose clock is three hours behind the database's. */
class TrackingTests {

	private static final Target TARGET = new Target("sandbox", "111122223333", "us-east-1", null, List.of("role"));

	private static final Instant HERE = NOW.minus(Duration.ofHours(3));

	private final Lookout lookout = mock(Lookout.class);

	private final Targets targets = mock(Targets.class);

	private final DatabaseClock databaseClock = mock(DatabaseClock.class);

	private final Tracking tracking = new Tracking(this.lookout, this.targets, Watch.properties(), this.databaseClock,
			Clock.fixed(HERE, ZoneOffset.UTC));

	@BeforeEach
	void know() {
		given(this.targets.find("sandbox")).willReturn(Optional.of(TARGET));
		given(this.databaseClock.now()).willReturn(NOW);
	}

	@Test
	void theNextLookIsPlannedByTheMachinesClock() {
		given(this.lookout.look(TARGET))
			.willReturn(List.of(Watch.scheduled("a", "Created", NOW, NOW.plusSeconds(30), null)));
		assertThat(next(0, 0)).isEqualTo(Duration.ofSeconds(31));
	}

	@Test
	void whileThrottledItLooksLessAndLess() {
		given(this.lookout.look(TARGET)).willThrow(new SageMakerRefusal(SageMakerRefusal.Kind.THROTTLED,
				"ThrottlingException", "Rate exceeded", "r", null));
		assertThat(next(0, 1)).isBetween(Duration.ofSeconds(24), Duration.ofSeconds(36));
		assertThat(next(2, 3)).isBetween(Duration.ofSeconds(96), Duration.ofSeconds(144));
		assertThat(next(20, 21)).isBetween(Duration.ofSeconds(240), Duration.ofSeconds(360));
	}

	@Test
	void itComesAfterWhatSomebodyWaitsFor() {
		assertThat(Tracking.job("sandbox").getPriority()).isLessThan(Priority.MEDIUM);
	}

	/** In how long it runs again after so many failures, counting so many then. */
	private Duration next(int failures, int then) {
		TaskInstance<Integer> job = new TaskInstance<>("track", "sandbox", failures);
		CompletionHandler<Integer> completion = this.tracking.trackingTask().execute(job, mock(ExecutionContext.class));
		ExecutionOperations<Integer> operations = mock();
		completion.complete(mock(ExecutionComplete.class), operations);
		ArgumentCaptor<Instant> next = ArgumentCaptor.captor();
		verify(operations).reschedule(any(), next.capture(), eq(then));
		return Duration.between(HERE, next.getValue());
	}

}
