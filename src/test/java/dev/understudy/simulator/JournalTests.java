package dev.understudy.simulator;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.time.Duration;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.node.ObjectNode;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalStateException;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

class JournalTests {

	@TempDir
	Path directory;

	@Test
	void everythingOutlivesARestart() {
		try (TestSageMaker sageMaker = new TestSageMaker(this.directory)) {
			sageMaker.create(Requests.tagged(Requests.create("test"), "team", "fraud"));
			sageMaker.settle();
			sageMaker.call("StopInferenceExperiment", Requests.stop("test", "Remove", "Promote"));
			sageMaker.settle();
			ObjectNode before = sageMaker.describe("test");
			sageMaker.restart();
			assertThat(sageMaker.describe("test")).isEqualTo(before);
			assertThat(sageMaker.deployed("fraud-prod")).isEqualTo("fraud-v7 | ");
			assertThat(sageMaker.call("ListTags", Json.object().put("ResourceArn", Json.require(before, "Arn")))
				.path("Tags")
				.size()).isOne();
		}
	}

	@Test
	void aTornLastLineIsCutOffAndTheRestIsKept() throws IOException {
		try (TestSageMaker sageMaker = new TestSageMaker(this.directory)) {
			sageMaker.create(Requests.create("test"));
			Files.writeString(this.directory.resolve("journal.jsonl"), "{\"at\":\"2026-11-22T10:0",
					StandardOpenOption.APPEND);
			sageMaker.restart();
			assertThat(sageMaker.status("test")).isEqualTo("Creating");
			sageMaker.call("AddTags",
					Json.object()
						.put("ResourceArn", Json.require(sageMaker.describe("test"), "Arn"))
						.set("Tags", Json.array()));
			sageMaker.restart();
			assertThat(sageMaker.sageMaker().entries()).hasSize(3);
		}
	}

	@Test
	void aLineThatWasDamagedInTheMiddleIsNamed() throws IOException {
		new TestSageMaker(this.directory).close();
		Files.writeString(this.directory.resolve("journal.jsonl"), "nonsense\n", StandardOpenOption.APPEND);
		assertThatIllegalStateException().isThrownBy(() -> new TestSageMaker(this.directory))
			.withMessageContaining("Line 2 of");
	}

	@Test
	void anEntryThatCannotBeRepeatedIsNamed() throws IOException {
		new TestSageMaker(this.directory).close();
		Files.writeString(this.directory.resolve("journal.jsonl"),
				"""
						{"at":"2026-11-22T11:00:00Z","operation":"DeleteInferenceExperiment","requestId":"r","input":{"Name":"x"}}
						""",
				StandardOpenOption.APPEND);
		assertThatIllegalStateException().isThrownBy(() -> new TestSageMaker(this.directory))
			.withMessageStartingWith("Entry 2 (DeleteInferenceExperiment at 2026-11-22T11:00:00Z) of ")
			.withMessageContaining(
					"journal.jsonl cannot be repeated; move the file away to begin anew: Could not find");
	}

	@Test
	void theAccountAndRegionAreThoseTheJournalBeganWith() {
		new TestSageMaker(this.directory).close();
		assertThatIllegalStateException()
			.isThrownBy(() -> new TestSageMaker(this.directory, new Arns("111122223333", "eu-west-1")))
			.withMessageContaining("it is of account 111122223333 in us-east-1, not of 111122223333 in eu-west-1");
		try (TestSageMaker same = new TestSageMaker(this.directory)) {
			assertThat(same.sageMaker().entries()).hasSize(1);
		}
	}

	@Test
	void aJournalFromBeforeItKeptTheAccountIsStillRead() throws IOException {
		Files.writeString(this.directory.resolve("journal.jsonl"), """
				{"at":"2026-11-22T09:00:00Z","operation":"Simulator.Configure","requestId":"r",\
				"input":{"ProvisioningMillis":3000,"ExperimentLimit":5}}
				""");
		try (TestSageMaker sageMaker = new TestSageMaker(this.directory)) {
			assertThat(sageMaker.sageMaker().entries()).hasSize(1);
		}
	}

	@Test
	void refusedCallsAndReadsAreNotJournalled() {
		try (TestSageMaker sageMaker = new TestSageMaker(this.directory)) {
			int before = sageMaker.sageMaker().entries().size();
			assertThatThrownBy(() -> sageMaker.describe("nobody")).isInstanceOf(AwsException.class);
			assertThatThrownBy(() -> sageMaker.create(Requests.on("failed", Requests.create("test"))))
				.isInstanceOf(AwsException.class);
			sageMaker.call("ListEndpoints", Json.object());
			assertThat(sageMaker.sageMaker().entries()).hasSize(before);
		}
	}

	@Test
	void anotherSimulatorOnTheSameDirectoryIsRefused() {
		try (TestSageMaker sageMaker = new TestSageMaker(this.directory)) {
			assertThatIllegalStateException().isThrownBy(() -> Journal.open(this.directory))
				.withMessageContaining("Another simulator is running");
			assertThat(sageMaker.sageMaker().entries()).isNotEmpty();
		}
	}

	@Test
	void theMovedClockOutlivesARestart() {
		try (TestSageMaker sageMaker = new TestSageMaker(this.directory)) {
			sageMaker.sageMaker().advance(Duration.ofDays(2));
			sageMaker.restart();
			assertThat(sageMaker.sageMaker().now()).isEqualTo(TestSageMaker.START.plus(Duration.ofDays(2)));
		}
	}

	@Test
	void aJournalThatCannotBeWrittenMeansThatNothingHappened() throws IOException {
		try (TestSageMaker sageMaker = new TestSageMaker(this.directory)) {
			SimulatedSageMaker closed = sageMaker.sageMaker();
			closed.close();
			assertThatThrownBy(() -> sageMaker.create(Requests.create("test"))).hasMessageContaining("Cannot write");
			assertThatThrownBy(() -> closed.advance(Duration.ofDays(1))).hasMessageContaining("Cannot write");
			assertThat(closed.now()).isEqualTo(TestSageMaker.START);
			assertThatThrownBy(() -> sageMaker.describe("test")).isInstanceOf(AwsException.class);
		}
	}

}
