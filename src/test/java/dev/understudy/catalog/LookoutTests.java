package dev.understudy.catalog;

import java.time.Clock;
import java.time.Duration;
import java.time.ZoneOffset;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

import dev.understudy.sagemaker.SageMakerRefusal;
import dev.understudy.sagemaker.SageMakerRefusal.Kind;
import dev.understudy.shell.Words;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

class LookoutTests {

	private static final Clock CLOCK = Clock.fixed(Scenes.NOW, ZoneOffset.UTC);

	private final CountDownLatch never = new CountDownLatch(1);

	private final Lookout patient = new Lookout(CLOCK, Duration.ofSeconds(60));

	private final Lookout hurried = new Lookout(CLOCK, Duration.ofMillis(100));

	@AfterEach
	void close() {
		this.patient.close();
		this.hurried.close();
	}

	@Test
	void whatIsSeenSaysWhen() {
		assertThat(this.patient.await(this.patient.look("p", () -> Optional.of("there"))))
			.isEqualTo(new Seen.There<>("there", Scenes.NOW));
		assertThat(this.patient.await(this.patient.<String>look("p", Optional::empty)))
			.isEqualTo(new Seen.Missing<String>(Scenes.NOW));
	}

	@Test
	void whatFollowsIsLookedForOnlyWhereTheFirstIsThere() {
		CompletableFuture<Seen<String>> there = this.patient.look("p", () -> Optional.of("a"));
		assertThat(this.patient.await(this.patient.then(there, "q", (value) -> Optional.of(value + "b"))))
			.isEqualTo(new Seen.There<>("ab", Scenes.NOW));
		CompletableFuture<Seen<String>> refused = this.patient.look("p", () -> {
			throw new SageMakerRefusal(Kind.THROTTLED, "ThrottlingException", "Rate exceeded", null, null);
		});
		assertThat(this.patient.await(this.patient.then(refused, "q", Optional::of)))
			.isEqualTo(new Seen.Untold<>(Words.of("preflight.unread.refused", "ThrottlingException", "Rate exceeded")));
	}

	@Test
	void whoeverIsNotAllowedIsToldWhichPermissionIsMissing() {
		assertThat(this.patient.await(this.patient.look("sagemaker:DescribeModel", () -> {
			throw new SageMakerRefusal(Kind.DENIED, "AccessDenied", "no", null, null);
		}))).isEqualTo(new Seen.Untold<>(Words.of("preflight.unread.denied", "sagemaker:DescribeModel")));
	}

	@Test
	void whatDoesNotAnswerInTimeIsGivenUpAndTheOthersAreNot() {
		CompletableFuture<Seen<String>> quick = this.hurried.look("p", () -> Optional.of("quick"));
		CompletableFuture<Seen<String>> slow = this.hurried.look("p", () -> Optional.of(wait(this.never)));
		await().until(quick::isDone);
		assertThat(this.hurried.await(slow)).isEqualTo(new Seen.Untold<>(Words.of("preflight.unread.slow", 0.1)));
		assertThat(this.hurried.await(quick).found()).hasValue("quick");
	}

	@Test
	void nobodyGoesOnLookingAfterwards() {
		CountDownLatch interrupted = new CountDownLatch(1);
		CountDownLatch begun = new CountDownLatch(1);
		this.patient.look("p", () -> {
			begun.countDown();
			String outcome = wait(this.never);
			interrupted.countDown();
			return Optional.of(outcome);
		});
		await().until(() -> begun.getCount() == 0);
		this.patient.close();
		await().until(() -> interrupted.getCount() == 0);
	}

	private static String wait(CountDownLatch latch) {
		try {
			latch.await();
			return "answered";
		}
		catch (InterruptedException ex) {
			Thread.currentThread().interrupt();
			return "interrupted";
		}
	}

}
