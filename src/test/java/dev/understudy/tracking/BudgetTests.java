package dev.understudy.tracking;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CancellationException;
import java.util.stream.IntStream;

import org.junit.jupiter.api.Test;

import dev.understudy.target.Target;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

class BudgetTests {

	private final List<Duration> waits = new ArrayList<>();

	private final Budget budget = new Budget(Watch.properties(), () -> 0, this.waits::add);

	@Test
	void whoSpendsMoreThanThereIsWaits() {
		IntStream.range(0, 12).forEach((i) -> this.budget.spend(target("one")));
		assertThat(this.waits).containsExactly(Duration.ofMillis(200), Duration.ofMillis(400));
	}

	@Test
	void eachTargetHasItsOwn() {
		IntStream.range(0, 10).forEach((i) -> this.budget.spend(target("one")));
		this.budget.spend(target("other"));
		assertThat(this.waits).isEmpty();
	}

	@Test
	void beingToldToStopEndsTheWaiting() {
		Budget interrupted = new Budget(Watch.properties(), () -> 0, (wait) -> {
			throw new InterruptedException();
		});
		IntStream.range(0, 10).forEach((i) -> interrupted.spend(target("one")));
		assertThatExceptionOfType(CancellationException.class).isThrownBy(() -> interrupted.spend(target("one")));
		assertThat(Thread.interrupted()).isTrue();
	}

	private static Target target(String name) {
		return new Target(name, "111122223333", "us-east-1", null, List.of("role"));
	}

}
