package dev.understudy.experiment;

import java.util.Arrays;
import java.util.stream.Collectors;
import java.util.stream.Stream;

import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

class PhaseTests {

	@Test
	void theTableIsTheLifecycleAsDrawn() {
		String drawn = Stream
			.concat(Phase.beginnings().stream().map((to) -> "[*] --> %s".formatted(to.id())),
					Arrays.stream(Phase.values())
						.flatMap((from) -> from.next().stream().map((to) -> "%s --> %s".formatted(from.id(), to.id()))))
			.collect(Collectors.joining("\n", "", "\n"));
		assertThat(drawn).isEqualTo("""
				[*] --> draft
				[*] --> live
				draft --> submitting
				draft --> discarded
				submitting --> draft
				submitting --> live
				live --> ended
				""");
	}

	@Test
	void everyPhaseIsReadBackFromItsSpelling() {
		assertThat(Phase.values()).allSatisfy((phase) -> assertThat(Phase.of(phase.id())).isSameAs(phase));
	}

	@Test
	void capitalsAreNoSpellingOfAPhase() {
		assertThatIllegalArgumentException().isThrownBy(() -> Phase.of("DRAFT")).withMessageContaining("'DRAFT'");
	}

}
