package dev.understudy.delivery;

import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

class SentencesTests {

	private static final Pattern BLANK = Pattern.compile("\\{\\d}");

	private static final Object[] VALUES = { "ValidationException", "us-east-1", "a{1}b" };

	@Test
	void everySentenceIsThereInBothLanguagesWithTheSameBlanks() {
		Map<String, String> english = Sentences.texts(Locale.ROOT);
		Map<String, String> german = Sentences.texts(Locale.GERMAN);
		assertThat(german.keySet()).isEqualTo(english.keySet());
		assertThat(english).allSatisfy((key, text) -> {
			assertThat(blanks(german.get(key))).as(key).isEqualTo(blanks(text));
			assertThat(german.get(key)).as(key).isNotEqualTo(text);
		});
	}

	@ParameterizedTest
	@MethodSource
	void whatWasWrittenDownIsRecognisedAndToldAgain(String key) {
		String german = Sentences.texts(Locale.GERMAN).get(key);
		for (int i = 0; i < VALUES.length; i++) {
			german = german.replace("{" + i + "}", VALUES[i].toString().replace("{", "\u0000"));
		}
		assertThat(Sentences.in(Locale.GERMANY, Sentences.say(key, VALUES))).isEqualTo(german.replace("\u0000", "{"));
	}

	static Stream<String> whatWasWrittenDownIsRecognisedAndToldAgain() {
		return Sentences.texts(Locale.ROOT).keySet().stream().sorted();
	}

	@ParameterizedTest
	@CsvSource(delimiter = '|',
			textBlock = """
					SageMaker took 1 of 3 requests, and what was asked for does not show. The last answer was: Busy: later | SageMaker hat 1 von 3 Anfragen angenommen, und von dem Verlangten ist nichts zu sehen. Die letzte Antwort war: Busy: later
					A shadow test named 'a' stands in SageMaker already and is not ours. It carries no tag of any Understudy. Choose another name. | Ein Shadow-Test namens „a“ steht schon in SageMaker und ist nicht unserer. Er trägt kein Tag irgendeines Understudy. Wählen Sie einen anderen Namen.
					1 validation error detected: Value 'a_b' at 'name' failed | 1 validation error detected: Value 'a_b' at 'name' failed
					""")
	void sentencesWithinSentencesAreToldTooAndAwssWordsStayAsTheyAre(String recorded, String german) {
		assertThat(Sentences.in(Locale.GERMAN, recorded)).isEqualTo(german);
		assertThat(Sentences.in(Locale.ENGLISH, recorded)).isEqualTo(recorded);
		assertThat(Sentences.in(Locale.FRENCH, recorded)).isEqualTo(recorded);
	}

	@Test
	void aSentenceThatIsNotWrittenIsAMistake() {
		assertThatIllegalArgumentException().isThrownBy(() -> Sentences.say("nothing-like-it"));
	}

	private static Set<String> blanks(String text) {
		return BLANK.matcher(text).results().map(MatchResult::group).collect(Collectors.toCollection(TreeSet::new));
	}

}
