package dev.understudy.experiment;

import java.util.Arrays;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;

import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

import dev.understudy.delivery.OperationType;

import static org.assertj.core.api.Assertions.assertThat;

class HindranceTests {

	private static final List<OperationType> CHANGES = List.of(OperationType.START, OperationType.STOP,
			OperationType.UPDATE, OperationType.DELETE, OperationType.TAG);

	@Test
	void theTableOfTheLiveIsAsDrawn() {
		String drawn = Stream
			.of("unseen", "Creating", "Created", "Starting", "Running", "Updating", "Stopping", "Hibernating")
			.map((status) -> row(status, Phase.LIVE, status.equals("unseen") ? null : status))
			.collect(Collectors.joining());
		assertThat(drawn).isEqualTo("""
				unseen: yes, yes, yes, yes, yes
				Creating: in-transition, yes, in-transition, in-transition, yes
				Created: yes, not-started, yes, yes, yes
				Starting: runs-already, yes, in-transition, in-transition, yes
				Running: runs-already, yes, yes, stop-first, yes
				Updating: in-transition, yes, in-transition, in-transition, yes
				Stopping: in-transition, stopping, in-transition, in-transition, yes
				Hibernating: yes, yes, yes, yes, yes
				""");
	}

	@Test
	void theTableOfTheOtherPhasesIsAsDrawn() {
		String drawn = Arrays.stream(Phase.values())
			.filter((phase) -> phase != Phase.LIVE)
			.map((phase) -> row(phase.id(), phase, "Completed"))
			.collect(Collectors.joining());
		assertThat(drawn).isEqualTo("""
				draft: not-created, not-created, not-created, not-created, not-created
				submitting: not-created, not-created, not-created, not-created, not-created
				ended: ended, ended-by-itself, ended, yes, yes
				discarded: not-created, not-created, not-created, not-created, not-created
				""");
	}

	@ParameterizedTest
	@EnumSource
	void nothingIsCreatedTwice(Phase phase) {
		assertThat(Hindrance.of(OperationType.CREATE, phase, null)).isNotNull();
	}

	private static String row(String name, Phase phase, @Nullable String status) {
		return CHANGES.stream().map((change) -> {
			Hindrance hindrance = Hindrance.of(change, phase, status);
			return (hindrance != null) ? hindrance.message().replace("experiment.hindrance.", "") : "yes";
		}).collect(Collectors.joining(", ", name + ": ", "\n"));
	}

}
