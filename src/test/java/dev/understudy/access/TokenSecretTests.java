package dev.understudy.access;

import java.security.SecureRandom;
import java.util.HashSet;
import java.util.Set;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import static org.assertj.core.api.Assertions.assertThat;

class TokenSecretTests {

	private final TokenSecret secret = TokenSecret.random(new SecureRandom());

	@Test
	void everyOneIsAnother() {
		SecureRandom random = new SecureRandom();
		Set<String> seen = new HashSet<>();
		for (int i = 0; i < 1_000; i++) {
			assertThat(seen.add(TokenSecret.random(random).text())).isTrue();
		}
	}

	@Test
	void theChecksumFindsEveryMistypedCharacter() {
		String text = this.secret.text();
		assertThat(TokenSecret.isValid(text)).isTrue();
		for (int i = 3; i < text.length(); i++) {
			char other = (text.charAt(i) == 'a') ? 'b' : 'a';
			assertThat(TokenSecret.isValid(text.substring(0, i) + other + text.substring(i + 1))).as("at %d", i)
				.isFalse();
		}
	}

	@ParameterizedTest
	@ValueSource(strings = { "", "us_", "us_sandbox_admin", "us_000000000000000000000000000000000000",
			"xx_000000000000000000000000000000000000", "us_\u0000" })
	void whatIsNoTokenIsRefused(String candidate) {
		assertThat(TokenSecret.isValid(candidate)).isFalse();
	}

	@Test
	void itsTextDoesNotReachALog() {
		assertThat(this.secret.toString()).isEqualTo("us_…");
	}

}
