package dev.understudy.shell;

import java.time.Instant;
import java.util.List;
import java.util.UUID;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

class PageTests {

	@Test
	void aListThatFitsHasNoNextPage() {
		assertThat(Page.cut(List.of("a", "b"), 2, PageToken::of)).isEqualTo(new Page<>(List.of("a", "b"), null));
	}

	@Test
	void theNextPageBeginsAfterTheLastItemShown() {
		Page<String> page = Page.cut(List.of("a", "b", "c"), 2, PageToken::of);
		assertThat(page.items()).containsExactly("a", "b");
		assertThat(PageToken.decode(String.valueOf(page.nextPageToken()), 1).values()).containsExactly("b");
	}

	@Test
	void aPositionSurvivesItsEncoding() {
		PageToken position = PageToken.of("zwölf \"ü\" 🎭", 7, true);
		assertThat(PageToken.decode(position.encode(), 3)).isEqualTo(position);
		assertThat(position.encode()).matches("[A-Za-z0-9_-]+");
	}

	@Test
	void aPositionHoldsTimesAndIds() {
		PageToken position = PageToken.of(Instant.EPOCH, new UUID(1, 2), "neither");
		assertThat(position.time(0)).isEqualTo(Instant.EPOCH);
		assertThat(position.id(1)).isEqualTo(new UUID(1, 2));
		assertThatExceptionOfType(PageTokenException.class).isThrownBy(() -> position.time(2));
		assertThatExceptionOfType(PageTokenException.class).isThrownBy(() -> position.id(2));
	}

	@ParameterizedTest
	@ValueSource(strings = { "", "!", "bnVsbA", "WzFd", "e30", "W251bGxd", "🎭", "WyJhIiwiYiJd" })
	void aForeignTokenIsRefused(String token) {
		assertThatExceptionOfType(PageTokenException.class).isThrownBy(() -> PageToken.decode(token, 1));
	}

}
