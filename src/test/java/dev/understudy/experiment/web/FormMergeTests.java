package dev.understudy.experiment.web;

import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.random.RandomGenerator;

import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;

import dev.understudy.definition.Draft;
import dev.understudy.definition.Drafts;
import dev.understudy.definition.UnstorableText;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

/** What people type, and what the form does not show, both reach the draft. */
class FormMergeTests extends FormMerging {

	@Test
	void aCompleteDraftComesBackAsItWas() {
		assertThat(unchanged(Drafts.complete())).isEqualTo(Drafts.complete());
		assertThat(unchanged(Drafts.minimal())).isEqualTo(Drafts.minimal());
	}

	@ParameterizedTest
	@ValueSource(strings = { """
			{"Name":7,"Type":"Other","Description":{"a":1},"RoleArn":["x"],"EndpointName":true}""", """
			{"Type":"ShadowMode","Schedule":"soon","DataStorageConfig":[1],"Tags":"none","ModelVariants":7}""", """
			{"Type":"ShadowMode","Schedule":{"StartTime":1764576000.5,"EndTime":"2026-12-08T09:00:00+01:00"}}""", """
			{"Type":"ShadowMode","Schedule":{"StartTime":"tomorrow","EndTime":false},"Extra":{"deep":[1,{"a":2}]}}""",
			"""
					{"Type":"ShadowMode","Description":"first\\nsecond","KmsKey":" alias/x "}""", """
					{"Type":"ShadowMode","ModelVariants":["text",7,{"VariantName":"c","InfrastructureConfig":
					{"InfrastructureType":"Serverless","RealTimeInferenceConfig":{"InstanceCount":"2"}},"Weight":1}],
					"ShadowModeConfig":{"SourceModelVariantName":"nobody","ShadowModelVariants":
					[{"ShadowModelVariantName":7,"SamplingPercentage":"40"},{"more":true}]}}""", """
					{"Type":"ShadowMode","Tags":["bare",{"Key":"a","Value":"b","Kind":"c"},{"Key":7,"Value":""},{}]}""",
			"""
					{"Type":"ShadowMode","DataStorageConfig":{"ContentType":{"CsvContentTypes":[],"JsonContentTypes":[7,"a/b"]}}}""" })
	void whatIsWrongOrUnknownSurvivesASaveThatChangesNothing(String json) {
		Draft draft = Draft.parse(json);
		assertThat(unchanged(draft).pretty()).isEqualTo(draft.pretty());
	}

	@Test
	void anyDraftSurvivesASaveThatChangesNothing() {
		long seed = System.nanoTime();
		RandomGenerator random = new Random(seed);
		for (int i = 0; i < 2_000; i++) {
			Draft draft = damaged(random);
			Draft once = unchanged(draft);
			assertThat(unchanged(once).json()).as("seed %d, draft %s", seed, draft.json()).isEqualTo(once.json());
			assertThat(missingFrom(once.document(), draft.document())).as("seed %d, draft %s", seed, draft.json())
				.isEmpty();
		}
	}

	@Test
	void aBlankFieldIsAnAbsentMember() {
		Draft merged = merge(FormEdit.of(Drafts.complete())
			.description("  ")
			.end("")
			.destination("")
			.captureKey("")
			.csvTypes("")
			.jsonTypes("")
			.form(), Drafts.complete());
		assertThat(merged.at("/Description").isMissingNode()).isTrue();
		assertThat(merged.at("/Schedule/EndTime").isMissingNode()).isTrue();
		assertThat(merged.at("/Schedule/StartTime").isMissingNode()).isFalse();
		assertThat(merged.at("/DataStorageConfig").isMissingNode()).isTrue();
	}

	@ParameterizedTest
	@CsvSource({ "40, 40", "39.9, 39.9", "-1, -1", "forty, '\"forty\"'", "040, '\"040\"'", "1e3, '\"1e3\"'",
			"99999999999, 99999999999" })
	void textThatReadsAsANumberBecomesOne(String typed, String json) {
		Draft merged = merge(FormEdit.of(Drafts.minimal()).sampling(typed).form(), Drafts.minimal());
		assertThat(merged.at(FormField.SAMPLING.pointer())).hasToString(json);
	}

	@Test
	void aNameOfDigitsStaysText() {
		Draft merged = merge(FormEdit.of(Drafts.minimal()).name("2026").form(), Drafts.minimal());
		assertThat(merged.name()).hasValue("2026");
	}

	@Test
	void theNamesOfTheVariantsFollowTheirRows() {
		DraftForm form = FormReading.form(Drafts.complete(), ZoneOffset.UTC);
		List<VariantRow> rows = List.of(renamed(form.variants().getFirst(), "lead"),
				renamed(form.variants().getLast(), "understudy"));
		Draft merged = merge(form.withVariants(rows), Drafts.complete());
		assertThat(merged.productionVariant()).hasValue("lead");
		assertThat(merged.shadowVariant()).hasValue("understudy");
		assertThat(merged.text("/ModelVariants/1/VariantName")).hasValue("understudy");
	}

	@Test
	void aVariantNamedWrongHasAFieldOfItsOwnUntilItIsRight() {
		Draft wrong = Drafts.complete().with("/ShadowModeConfig/SourceModelVariantName", text("nobody"));
		DraftForm form = FormReading.form(wrong, ZoneOffset.UTC);
		assertThat(form.sourceName()).isEqualTo("nobody");
		assertThat(merge(FormEdit.of(form).sourceName("").form(), wrong).productionVariant()).hasValue("production");
	}

	@Test
	void theProductionVariantComesFirstInTheFormAndStaysWhereItWasInTheDraft() {
		Draft turned = Drafts.complete()
			.with("/ModelVariants/0", Drafts.complete().at("/ModelVariants/1"))
			.with("/ModelVariants/1", Drafts.complete().at("/ModelVariants/0"));
		DraftForm form = FormReading.form(turned, ZoneOffset.UTC);
		assertThat(form.variants()).extracting(VariantRow::name).containsExactly("production", "shadow");
		assertThat(merge(form, turned)).isEqualTo(turned);
	}

	@Test
	void rowsAreAddedAndRemoved() {
		DraftForm form = FormReading.form(Drafts.complete(), ZoneOffset.UTC);
		List<TagRow> rows = List.of(form.tags().getLast(), new TagRow("", "stage", "trial"), TagRow.BLANK);
		MergedDraft merged = FormMerge.merge(form.withTags(rows), Drafts.complete());
		assertThat(merged.draft().at("/Tags"))
			.hasToString("[{\"Key\":\"cost-center\",\"Value\":\"\"},{\"Key\":\"stage\",\"Value\":\"trial\"}]");
		assertThat(merged.tags()).containsExactly(0, 1, -1);
	}

	@Test
	void aRowKeepsTheMembersTheFormDoesNotKnow() {
		Draft strange = Drafts.complete()
			.with("/Tags/1/Origin", text("import"))
			.with("/ModelVariants/1/Weight", text("1"));
		DraftForm form = FormReading.form(strange, ZoneOffset.UTC);
		DraftForm edited = form.withTags(List.of(new TagRow("1", "cost", "42")))
			.withVariants(List.of(form.variants().getFirst(), renamed(form.variants().getLast(), "other")));
		Draft merged = merge(edited, strange);
		assertThat(merged.at("/Tags")).hasToString("[{\"Key\":\"cost\",\"Value\":\"42\",\"Origin\":\"import\"}]");
		assertThat(merged.text("/ModelVariants/1/Weight")).hasValue("1");
	}

	@Test
	void membersWithoutAFieldCanBeDropped() {
		Draft strange = Drafts.complete().with("/Foo", text("x")).with("/ModelVariants/0/Bar", text("y"));
		DraftForm form = FormEdit.of(strange)
			.dropped(List.of("/Foo", "/ModelVariants/0/Bar", "/Tags/0", "", "x"))
			.form();
		assertThat(merge(form, strange)).isEqualTo(Drafts.complete());
	}

	@Test
	void anEmptyFormIsADraftOfItsKind() {
		assertThat(merge(FormReading.form(Draft.empty(), ZoneOffset.UTC), Draft.empty()).json())
			.isEqualTo("{\"Type\":\"ShadowMode\"}");
	}

	@Test
	void whatCannotBeStoredIsRefusedWithItsPlace() {
		DraftForm form = FormEdit.of(Drafts.minimal()).name("a\u0000b").description("\uD800").form();
		assertThatExceptionOfType(UnstorableText.class).isThrownBy(() -> merge(form, Drafts.minimal()))
			.satisfies(
					(ex) -> assertThat(ex.findings()).extracting("pointer").containsExactly("/Name", "/Description"));
	}

	@Test
	void originsThatWereMadeUpAreNew() {
		DraftForm form = FormReading.form(Drafts.minimal(), ZoneOffset.UTC);
		List<TagRow> rows = List.of(new TagRow("99", "a", "1"), new TagRow("-1", "b", "2"), new TagRow("x", "c", "3"));
		assertThat(merge(form.withTags(rows), Drafts.minimal()).at("/Tags")).hasSize(3);
	}

	@Test
	void pointersReachTheRowsTheyComeFrom() {
		DraftForm form = FormReading.form(Drafts.complete(), ZoneOffset.UTC);
		DraftForm edited = form.withTags(List.of(TagRow.BLANK, form.tags().getLast()));
		MergedDraft merged = FormMerge.merge(edited, Drafts.complete());
		assertThat(merged.path("/Tags/0/Value", edited)).isEqualTo("tags[1].value");
		assertThat(merged.path("/ModelVariants/1/ModelName", edited)).isEqualTo("variants[1].model");
		assertThat(merged.path("/ShadowModeConfig/SourceModelVariantName", edited)).isEqualTo("variants[0].name");
		assertThat(merged.path("/DataStorageConfig/ContentType/CsvContentTypes/0", edited)).isEqualTo("csvTypes");
		assertThat(merged.path("/Foo", edited)).isNull();
	}

	private static Draft unchanged(Draft draft) {
		return merge(FormReading.form(draft, BERLIN), draft);
	}

	private static VariantRow renamed(VariantRow row, String name) {
		return new VariantRow(row.origin(), name, row.model(), row.infrastructure(), row.instanceType(),
				row.instanceCount());
	}

	/** The complete draft with a few values replaced, removed or added at random. */
	private static Draft damaged(RandomGenerator random) {
		Draft draft = Drafts.complete();
		for (int i = random.nextInt(6); i > 0; i--) {
			List<String> pointers = new ArrayList<>();
			collect(draft.document(), "", pointers);
			String pointer = pointers.get(random.nextInt(pointers.size()));
			draft = draft.with(pointer, value(random));
		}
		return draft;
	}

	private static void collect(JsonNode node, String pointer, List<String> pointers) {
		if (node instanceof ObjectNode object) {
			object.propertyNames().forEach((name) -> {
				pointers.add(pointer + '/' + name);
				collect(object.path(name), pointer + '/' + name, pointers);
			});
			pointers.add(pointer + "/Unknown");
		}
		else if (node instanceof ArrayNode array) {
			for (int i = 0; i < array.size(); i++) {
				pointers.add(pointer + '/' + i);
				collect(array.path(i), pointer + '/' + i, pointers);
			}
			pointers.add(pointer + '/' + array.size());
		}
	}

	private static @Nullable JsonNode value(RandomGenerator random) {
		JsonNodeFactory nodes = JsonNodeFactory.instance;
		return switch (random.nextInt(9)) {
			case 0 -> null;
			case 1 -> nodes.stringNode("");
			case 2 -> nodes.stringNode(" two\nlines ");
			case 3 -> nodes.numberNode(random.nextInt(200));
			case 4 -> nodes.booleanNode(true);
			case 5 -> nodes.objectNode().put("a", "b");
			case 6 -> nodes.arrayNode().add("x").add(7);
			case 7 -> nodes.objectNode();
			default -> nodes.stringNode("shadow");
		};
	}

	/** Every leaf of the second that the first has not got at the same place. */
	private static List<String> missingFrom(JsonNode now, JsonNode then) {
		List<String> pointers = new ArrayList<>();
		collect(then, "", pointers);
		return pointers.stream()
			.filter((pointer) -> then.at(pointer).isValueNode() && !then.at(pointer).isMissingNode())
			.filter((pointer) -> !then.at(pointer).equals(now.at(pointer)))
			.toList();
	}

}
