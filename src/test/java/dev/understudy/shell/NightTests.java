package dev.understudy.shell;

import java.io.IOException;

import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;

class NightTests {

	@Test
	void darkRulesAreSaidOfTheThemeThatFollowsTheSystem() {
		assertThat(Night.dark("""
				a{color:red}
				[data-bs-theme="dark"] { --x: 1; }
				/* why */ [data-bs-theme=dark] b,body[data-bs-theme=dark] [data-bs-theme=light] b{--y:2}
				body[data-bs-theme=dark] i{--z:3}""")).isEqualTo("""
				[data-bs-theme="auto"]{ --x: 1; }
				[data-bs-theme="auto"] b{--y:2}
				""");
	}

	@Test
	void theNightIsMadeOfTheStylesheetsThatAreServed() throws IOException {
		assertThat(new Night().rules().getBody()).contains("color-scheme:dark", "--tblr-body-bg:#111827",
				"--tblr-form-select-bg-img", "--u-good: #6fd08c");
	}

}
