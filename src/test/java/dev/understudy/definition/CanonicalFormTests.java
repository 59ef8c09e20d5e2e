package dev.understudy.definition;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

class CanonicalFormTests {

	@ParameterizedTest(name = "{0} is {1}")
	@CsvSource({ "0000000000000000,0", "8000000000000000,0", "0000000000000001,5e-324", "8000000000000001,-5e-324",
			"7fefffffffffffff,1.7976931348623157e+308", "ffefffffffffffff,-1.7976931348623157e+308",
			"4340000000000000,9007199254740992", "c340000000000000,-9007199254740992",
			"4430000000000000,295147905179352830000", "44b52d02c7e14af5,9.999999999999997e+22",
			"44b52d02c7e14af6,1e+23", "44b52d02c7e14af7,1.0000000000000001e+23",
			"444b1ae4d6e2ef4e,999999999999999700000", "444b1ae4d6e2ef4f,999999999999999900000",
			"444b1ae4d6e2ef50,1e+21", "3eb0c6f7a0b5ed8c,9.999999999999997e-7", "3eb0c6f7a0b5ed8d,0.000001",
			"41b3de4355555553,333333333.3333332", "41b3de4355555554,333333333.33333325",
			"41b3de4355555555,333333333.3333333", "41b3de4355555556,333333333.3333334",
			"41b3de4355555557,333333333.33333343", "becbf647612f3696,-0.0000033333333333333333",
			"43143ff3c1cb0959,1424953923781206.2" })
	void writesTheNumbersOfTheStandard(String bits, String text) {
		assertThat(EcmaNumber.format(Double.longBitsToDouble(Long.parseUnsignedLong(bits, 16)))).isEqualTo(text);
	}

	@Test
	void hasNoTextForWhatIsNoNumber() {
		assertThatIllegalArgumentException().isThrownBy(() -> EcmaNumber.format(Double.NaN));
		assertThatIllegalArgumentException().isThrownBy(() -> EcmaNumber.format(Double.POSITIVE_INFINITY));
	}

	@Test
	void writesTheExampleOfTheStandard() {
		Draft draft = Draft.parse("""
				{
				  "numbers": [333333333.33333329, 1E30, 4.50, 2e-3, 0.000000000000000000000000001],
				  "string": "\\u20ac$\\u000F\\u000aA'\\u0042\\u0022\\u005c\\\\\\"\\/",
				  "literals": [null, true, false]
				}
				""");
		assertThat(CanonicalForm.of(draft)).isEqualTo("{\"literals\":[null,true,false],"
				+ "\"numbers\":[333333333.3333333,1e+30,4.5,0.002,1e-27],\"string\":\"€$\\u000f\\nA'B\\\"\\\\\\\\\\\"/\"}");
	}

	@Test
	void sortsMembersByUtf16Units() {
		Draft draft = Draft.parse("""
				{ "\\u20ac": "Euro Sign", "\\r": "Carriage Return", "\\ufb33": "Hebrew Letter Dalet With Dagesh",
				  "1": "One", "\\ud83d\\ude00": "Emoji: Grinning Face", "\\u0080": "Control",
				  "\\u00f6": "Latin Small Letter O With Diaeresis" }
				""");
		assertThat(CanonicalForm.of(draft)).containsSubsequence("Carriage Return", "One", "Control",
				"Latin Small Letter O With Diaeresis", "Euro Sign", "Emoji: Grinning Face",
				"Hebrew Letter Dalet With Dagesh");
	}

	@Test
	void isTheSameHoweverTheSameIsWritten() {
		Draft otherwise = Drafts.change(Drafts.with("/Schedule/StartTime", "2026-12-01T10:00+02:00"),
				"/Schedule/EndTime", 1796716800.0);
		Draft tags = otherwise.with("/Tags/0", otherwise.at("/Tags/1")).with("/Tags/1", otherwise.at("/Tags/0"));
		assertThat(CanonicalForm.of(tags)).isEqualTo(CanonicalForm.of(Drafts.complete()));
		assertThat(CanonicalForm.sha256(Draft.parse(Drafts.complete().pretty())))
			.isEqualTo(CanonicalForm.sha256(Drafts.complete()));
	}

	@Test
	void differsWhereSomethingElseIsMeant() {
		String complete = CanonicalForm.sha256(Drafts.complete());
		assertThat(CanonicalForm.sha256(Drafts.with("/Name", "fraud-v7-shadow2"))).isNotEqualTo(complete);
		assertThat(CanonicalForm.sha256(Drafts.with("/Schedule/EndTime", "2026-12-08T08:00:00.001Z")))
			.isNotEqualTo(complete);
		assertThat(CanonicalForm.sha256(Drafts.without("/Tags/0"))).isNotEqualTo(complete);
	}

	@Test
	void leavesWhatIsWrongAsItIs() {
		Draft draft = Draft.parse("{\"Schedule\":{\"StartTime\":\"soon\",\"EndTime\":null},\"Tags\":[7,\"x\",{}]}");
		assertThat(CanonicalForm.of(draft)).isEqualTo("{\"Schedule\":{\"StartTime\":\"soon\"},\"Tags\":[\"x\",7,{}]}");
	}

	/**
	 * Operations and approvals carry hashes of such texts: they must never change. Texts
	 * and hashes were made with another program.
	 */
	@ParameterizedTest
	@CsvSource({ "complete,6e591debdb9dd786aee676a55ae187d103efa8806f52f6e89c3dffaaa795916f",
			"minimal,3d202e554502cff35407e1d72a8964ad1b1a0080ebe17390b9ace62648b60f1d" })
	void hashesStoredDefinitionsAsEver(String sample, String hash) throws IOException {
		String stored = stored(sample);
		Draft draft = "complete".equals(sample) ? Drafts.complete() : Drafts.minimal();
		assertThat(CanonicalForm.of(draft)).isEqualTo(stored);
		assertThat(CanonicalForm.sha256(draft)).isEqualTo(hash);
		assertThat(Definition.thaw(stored).sha256()).isEqualTo(hash);
	}

	@Test
	void hashesAnEmptyDraft() {
		assertThat(CanonicalForm.sha256(Drafts.empty()))
			.isEqualTo("44136fa355b3678a1146ad16f7e8649e94fb4fc21fe77e8310c060f61caaff8a");
	}

	private static String stored(String sample) throws IOException {
		try (InputStream file = CanonicalFormTests.class
			.getResourceAsStream("/definition/" + sample + ".canonical.json")) {
			return new String(file.readAllBytes(), StandardCharsets.UTF_8).strip();
		}
	}

}
