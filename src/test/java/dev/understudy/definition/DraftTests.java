package dev.understudy.definition;

import java.time.Instant;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

class DraftTests {

	private static final JsonNodeFactory NODES = JsonNodeFactory.instance;

	@ParameterizedTest
	@CsvSource(delimiter = '|', quoteCharacter = '^',
			value = { "{\"Name\":\"a\",\"Name\":\"b\"}|1|19", "{\"Tags\":[{\"Key\":1,\"Key\":2}]}|1|23", "{} {}|1|4",
					"{}x|1|4", "{\"a\":1,}|1|9", "{'a':1}|1|3", "{\"a\":NaN}|1|9", "{\"a\":01}|1|7", "{\"a\":1|1|7" })
	void refusesWhatIsNotStrictJson(String text, int line, int column) {
		assertThatExceptionOfType(MalformedDocument.class).isThrownBy(() -> Draft.parse(text)).satisfies((ex) -> {
			assertThat(ex.line()).isEqualTo(line);
			assertThat(ex.column()).isBetween(column - 1, column + 1);
			assertThat(ex).message().isNotBlank().doesNotContainPattern("\\p{Cntrl}");
		});
	}

	@Test
	void countsLinesToTheFault() {
		assertThatExceptionOfType(MalformedDocument.class)
			.isThrownBy(() -> Draft.parse("{\n  \"Name\": \"a\",\n  oops }"))
			.satisfies((ex) -> assertThat(ex.line()).isEqualTo(3));
	}

	@ParameterizedTest
	@ValueSource(strings = { "", " ", "[]", "null", "1", "\"text\"", "true" })
	void refusesWhatIsNotAnObject(String text) {
		assertThatExceptionOfType(MalformedDocument.class).isThrownBy(() -> Draft.parse(text));
	}

	@ParameterizedTest
	@CsvSource(delimiter = '|', quoteCharacter = '^',
			value = { "{\"Name\":\"a\\u0000b\"}|/Name", "{\"Name\":\"\\ud800\"}|/Name",
					"{\"Name\":\"\\udc00\\ud800\"}|/Name", "{\"Tags\":[{\"Key\":\"\\u0000\"}]}|/Tags/0/Key",
					"{\"Schedule\":{\"a\\u0000\":1}}|/Schedule" })
	void refusesTextThatCannotBeStored(String text, String pointer) {
		assertThatExceptionOfType(UnstorableText.class).isThrownBy(() -> Draft.parse(text))
			.satisfies((ex) -> assertThat(ex.findings()).singleElement().satisfies((finding) -> {
				assertThat(finding.rule()).isEqualTo("text.unstorable");
				assertThat(finding.pointer()).isEqualTo(pointer);
			}));
	}

	@ParameterizedTest
	@ValueSource(strings = { "1e400", "-1e400", "1e-400", "1e999999999" })
	void refusesNumbersThatCannotBeStored(String number) {
		assertThatExceptionOfType(UnstorableText.class).isThrownBy(() -> Draft.parse("{\"a\":" + number + "}"))
			.satisfies(
					(ex) -> assertThat(ex.findings()).extracting(Finding::rule).containsExactly("number.unstorable"));
	}

	@Test
	void tellsOfEachTextThatCannotBeStored() {
		ObjectNode document = NODES.objectNode().put("Name", "\0").put("Description", "\uD800");
		document.put("KmsKey", Double.NaN);
		assertThatExceptionOfType(UnstorableText.class).isThrownBy(() -> Draft.of(document))
			.satisfies((ex) -> assertThat(ex.findings()).extracting(Finding::pointer)
				.containsExactly("/Name", "/Description", "/KmsKey"));
	}

	@Test
	void keepsPairedSurrogates() {
		assertThat(Draft.parse("{\"Name\":\"\\ud83d\\ude00\"}").name()).contains("\uD83D\uDE00");
	}

	@Test
	void takesUpTo256KilobytesOfUtf8() {
		String frame = "{\"Name\":\"\"}";
		int room = DocumentTooLarge.LIMIT - frame.length();
		assertThat(Draft.of(NODES.objectNode().put("Name", "x".repeat(room))).name()).isPresent();
		assertThatExceptionOfType(DocumentTooLarge.class)
			.isThrownBy(() -> Draft.of(NODES.objectNode().put("Name", "x".repeat(room + 1))));
		assertThatExceptionOfType(DocumentTooLarge.class)
			.isThrownBy(() -> Draft.of(NODES.objectNode().put("Name", "é".repeat(room / 2 + 1))));
		assertThatExceptionOfType(DocumentTooLarge.class).isThrownBy(() -> Draft.parse(" ".repeat(300_000) + "{}"));
	}

	@Test
	void boundsTheDepth() {
		assertThat(Draft.parse(nested(63)).at("/a").isArray()).isTrue();
		assertThatExceptionOfType(MalformedDocument.class).isThrownBy(() -> Draft.parse(nested(64)));
		assertThatExceptionOfType(MalformedDocument.class).isThrownBy(() -> Draft.parse(nested(100_000)));
		ArrayNode deep = NODES.arrayNode();
		for (int i = 0; i < 100_000; i++) {
			deep = NODES.arrayNode().add(deep);
		}
		ObjectNode document = NODES.objectNode().set("a", deep);
		assertThatExceptionOfType(MalformedDocument.class).isThrownBy(() -> Draft.of(document));
	}

	@Test
	void keepsWhatIsWrongAndLeavesOutNull() {
		Draft draft = Draft.parse("{\"Tags\":[null],\"Oops\":[1,{\"x\":null}],\"Name\":7,\"KmsKey\":null}");
		assertThat(draft.json()).isEqualTo("{\"Name\":7,\"Tags\":[null],\"Oops\":[1,{}]}");
	}

	@Test
	void ordersMembersAsPeopleReadThem() {
		Draft draft = Draft.parse("{\"b\":1,\"a\":2,\"Tags\":[{\"Value\":\"v\",\"Key\":\"k\"}],\"Name\":\"n\"}");
		assertThat(draft.json())
			.isEqualTo("{\"Name\":\"n\",\"Tags\":[{\"Key\":\"k\",\"Value\":\"v\"}],\"a\":2,\"b\":1}");
	}

	@Test
	void writesEqualNumbersAlike() {
		assertThat(Draft.parse("{\"a\":[40.0,4e1,0.50,12345678901,-0.0]}").json())
			.isEqualTo("{\"a\":[40,40,0.5,12345678901,0]}");
		assertThat(Draft.parse("{\"a\":40.0}")).isEqualTo(Draft.of(NODES.objectNode().put("a", 40L)));
	}

	@Test
	void cannotBeChangedFromOutside() {
		ObjectNode document = NODES.objectNode().put("Name", "a");
		Draft draft = Draft.of(document);
		document.put("Name", "b");
		draft.document().put("Name", "c");
		assertThat(draft.name()).contains("a");
	}

	@Test
	void readsWhatListsShow() {
		Draft draft = Drafts.complete();
		assertThat(draft.name()).contains("fraud-v7-shadow");
		assertThat(draft.endpointName()).contains("fraud-prod");
		assertThat(draft.roleArn()).contains("arn:aws:iam::111122223333:role/shadow");
		assertThat(draft.productionVariant()).contains("production");
		assertThat(draft.shadowVariant()).contains("shadow");
		assertThat(draft.samplingPercentage()).contains(100);
		assertThat(draft.startTime()).contains(Instant.parse("2026-12-01T08:00:00Z"));
		assertThat(draft.endTime()).contains(Instant.parse("2026-12-08T08:00:00Z"));
	}

	@Test
	void readsNothingFromWhatIsMissingOrWrong() {
		Draft wrong = Draft.parse("{\"Name\":7,\"Schedule\":[],\"ShadowModeConfig\":\"x\"}");
		assertThat(wrong.name()).isEmpty();
		assertThat(wrong.startTime()).isEmpty();
		assertThat(wrong.productionVariant()).isEmpty();
		assertThat(Draft.empty().samplingPercentage()).isEmpty();
	}

	@Test
	void setsAValueAndMakesItsParents() {
		JsonNode text = NODES.stringNode("x");
		assertThat(Draft.empty().with("/Tags/0/Key", text).json()).isEqualTo("{\"Tags\":[{\"Key\":\"x\"}]}");
		assertThat(Draft.parse("{\"Schedule\":\"soon\"}").with("/Schedule/EndTime", text).json())
			.isEqualTo("{\"Schedule\":{\"EndTime\":\"x\"}}");
		assertThatIllegalArgumentException().isThrownBy(() -> Draft.empty().with("/Tags/1", text));
		assertThatIllegalArgumentException().isThrownBy(() -> Draft.empty().with("", text));
		assertThatIllegalArgumentException().isThrownBy(() -> Draft.empty().with("Name", text));
	}

	@Test
	void takesAValueAway() {
		Draft draft = Draft.parse("{\"Tags\":[{\"Key\":\"a\"},{\"Key\":\"b\"}]}");
		assertThat(draft.with("/Tags/0", null).json()).isEqualTo("{\"Tags\":[{\"Key\":\"b\"}]}");
		assertThat(draft.with("/Schedule/EndTime", null)).isEqualTo(draft);
		assertThat(draft.with("/Tags", null)).isEqualTo(Draft.empty());
	}

	@Test
	void isItsDocumentInJson() {
		JsonMapper mapper = JsonMapper.shared();
		Draft draft = Drafts.complete();
		assertThat(mapper.readTree(mapper.writeValueAsString(draft))).isEqualTo(draft.document());
		assertThat(mapper.readValue(draft.json(), Draft.class)).isEqualTo(draft);
	}

	private static String nested(int lists) {
		return "{\"a\":" + "[".repeat(lists) + "]".repeat(lists) + "}";
	}

}
