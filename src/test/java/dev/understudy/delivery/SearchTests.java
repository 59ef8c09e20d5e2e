package dev.understudy.delivery;

import java.util.stream.Stream;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

import dev.understudy.Aside;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * The smaller bounds of {@link SearchProgram}.
 */
@Aside
class SearchTests {

	@ParameterizedTest(name = "{0}")
	@MethodSource
	void nothingIsEverWrong(SearchBound bound) {
		SearchReport report = bound.search();
		assertThat(report.isFlawless()).as(report.toString()).isTrue();
		assertThat(report.ends()).containsKeys("confirmed", "rejected", "cancelled");
		assertThat(report.states()).isGreaterThan(1_000);
	}

	static Stream<SearchBound> nothingIsEverWrong() {
		return Stream.of(SearchBound.create(1, 2, 1), SearchBound.create(2, 1, 1), SearchBound.create(2, 2, 0),
				SearchBound.change(OperationType.START, null, 1, 2, 0),
				SearchBound.change(OperationType.STOP, null, 2, 1, 1),
				SearchBound.change(OperationType.UPDATE, PlayOfChange.UPDATE, 2, 1, 0),
				SearchBound.change(OperationType.DELETE, PlayOfChange.CREATE, 2, 1, 0),
				SearchBound.change(OperationType.TAG, null, 1, 2, 0));
	}

}
