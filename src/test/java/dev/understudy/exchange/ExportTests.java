package dev.understudy.exchange;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.TreeSet;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

import dev.understudy.definition.Draft;
import dev.understudy.definition.Drafts;

import static org.assertj.core.api.Assertions.assertThat;

class ExportTests {

	private static final Instant RUNNING = Instant.parse("2026-12-02T08:00:00Z");

	private static final Instant OVER = Instant.parse("2026-12-08T08:00:00Z");

	private static final Draft TAGGED = Drafts.with("/Tags",
			List.of(tag("aws:cloudformation:stack-id"), tag("team"), tag("understudy:operation")));

	@ParameterizedTest
	@EnumSource
	void nothingIsLeftOutOfADefinitionInOrder(Format format) {
		Export export = export(Drafts.complete(), format);
		assertThat(export.definition()).isEqualTo(Drafts.complete());
		assertThat(export.remarks()).isEmpty();
		assertThat(export.text()).endsWith("\n").contains("Does v7 hold up", "ml.m5.xlarge", "alias/capture");
	}

	@ParameterizedTest
	@EnumSource
	void reservedTagsAreLeftOutAndNamed(Format format) {
		Export export = export(TAGGED, format);
		assertThat(export.text()).contains("team").doesNotContain("understudy:operation").doesNotContain("aws:cloud");
		assertThat(export.remarks())
			.containsExactly(Remark.of(Remark.Kind.RESERVED_TAGS, "aws:cloudformation:stack-id, understudy:operation"));
	}

	@Test
	void withReservedTagsAloneThereAreNone() {
		Export export = export(Drafts.with("/Tags", List.of(tag("AWS:x"))), Format.JSON);
		assertThat(export.definition()).isEqualTo(Drafts.without("/Tags"));
	}

	@ParameterizedTest
	@EnumSource
	void whatCreatesOrDeclaresLeavesOutWhatIsPast(Format format) {
		boolean tells = format.purpose() == Format.Purpose.TELLS;
		Export running = Export.of(Drafts.complete(), NastyDrafts.TARGET, format, RUNNING);
		assertThat(running.definition().startTime().isPresent()).isEqualTo(tells);
		assertThat(running.definition().endTime()).isPresent();
		assertThat(running.remarks())
			.isEqualTo(tells ? List.of() : List.of(Remark.of(Remark.Kind.PAST_START, "2026-12-01T08:00:00Z")));
		Export over = Export.of(Drafts.complete(), NastyDrafts.TARGET, format, OVER);
		assertThat(over.definition().at("/Schedule").isMissingNode()).isEqualTo(!tells);
		assertThat(over.remarks())
			.isEqualTo(tells ? List.of() : List.of(Remark.of(Remark.Kind.PAST_END, "2026-12-08T08:00:00Z")));
	}

	@Test
	void aStartAloneThatIsPastTakesTheScheduleWithIt() {
		Export export = Export.of(Drafts.without("/Schedule/EndTime"), NastyDrafts.TARGET, Format.CLI, RUNNING);
		assertThat(export.definition()).isEqualTo(Drafts.without("/Schedule"));
	}

	@ParameterizedTest
	@EnumSource(names = { "CLOUDFORMATION", "TERRAFORM" })
	void whatIsDeclaredKeepsToTheSchema(Format format) {
		Draft draft = Drafts.change(Drafts.change(Drafts.with("/Description", ""), "/Sampling", 5),
				"/ModelVariants/1/Status", "x");
		Draft timed = Drafts.change(draft, "/Schedule/EndTime", 1796716800);
		Export export = export(timed, format);
		assertThat(export.definition()).isEqualTo(Drafts.without("/Description"));
		assertThat(export.remarks()).containsExactly(
				Remark.of(Remark.Kind.NOT_IN_SCHEMA, "ModelVariants.Status, Sampling"),
				Remark.of(Remark.Kind.EMPTY_DESCRIPTION));
	}

	@Test
	void whatCloudFormationWouldReplaceIsLeftOut() {
		Export export = export(Drafts.with("/Description", "a {{resolve:ssm:/secret}}"), Format.CLOUDFORMATION);
		assertThat(export.text()).doesNotContain("{{resolve:");
		assertThat(export.remarks()).containsExactly(Remark.of(Remark.Kind.DYNAMIC_REFERENCE, "Description"));
	}

	@Test
	void theTemplateKeepsToWhatIsKnownOfTheSchema() throws IOException {
		SchemaFacts facts = new SchemaFacts(JsonMapper.shared().readTree(resource("cloudformation-facts.json")));
		for (Draft draft : List.of(Drafts.complete(), Drafts.minimal(), TAGGED)) {
			JsonNode properties = export(draft, Format.CLOUDFORMATION).definition().document();
			assertThat(facts.violations(properties)).isEmpty();
		}
		assertThat(facts.violations(Drafts.with("/Sampling", 5).document())).containsExactly(".Sampling is unknown");
		assertThat(facts.violations(Drafts.without("/ModelVariants/0/ModelName").document()))
			.containsExactly(".ModelVariants[].ModelName is missing");
	}

	@Test
	void everyMemberThatMayBeDeclaredIsAnAttributeOfTheProvider() throws IOException {
		List<String> known = resource("awscc-attributes.txt").lines().filter((line) -> !line.startsWith("#")).toList();
		TreeSet<String> written = new TreeSet<>();
		attributes(Drafts.complete().document(), "", written);
		assertThat(known).containsAll(written);
		written.addAll(List.of("desired_state", "status_reason"));
		assertThat(written).containsExactlyElementsOf(known);
	}

	@ParameterizedTest
	@CsvSource({ "fraud-v7-shadow, fraud-v7-shadow", "'a b/../c', a-b-c", "'\"', experiment", "'', experiment",
			"\u00e4, experiment" })
	void filesAreNamedAfterTheExperiment(String name, String file) {
		assertThat(Format.TERRAFORM.fileName(name)).isEqualTo(file + ".tf");
		assertThat(Format.CLOUDFORMATION.fileName(name)).isEqualTo(file + ".cloudformation.yaml");
	}

	@ParameterizedTest
	@CsvSource({ "fraud-v7-shadow, fraud_v7_shadow", "7-up, shadow_test", "'', shadow_test", "'a\" {', a" })
	void aResourceIsNamedAfterTheExperiment(String name, String identifier) {
		assertThat(export(Drafts.with("/Name", name), Format.TERRAFORM).text())
			.contains("resource \"awscc_sagemaker_inference_experiment\" \"%s\" {".formatted(identifier));
	}

	@Test
	void aCopyHasAnotherNameThatIsLegal() {
		assertThat(Imports.nameOfCopy("a")).isEqualTo("a-copy");
		assertThat(Imports.nameOfCopy("a".repeat(114) + "-bcdef")).isEqualTo("a".repeat(114) + "-copy");
		assertThat(Imports.nameOfCopy("a".repeat(120))).hasSize(120);
	}

	private static void attributes(JsonNode value, String path, TreeSet<String> into) {
		if (value.isArray()) {
			value.forEach((item) -> attributes(item, path, into));
		}
		for (String name : value.propertyNames()) {
			String attribute = path + HclText.name(name);
			into.add(attribute);
			attributes(value.path(name), attribute + ".", into);
		}
	}

	private static Export export(Draft draft, Format format) {
		return Export.of(draft, NastyDrafts.TARGET, format, NastyDrafts.NOW);
	}

	private static Map<String, String> tag(String key) {
		return Map.of("Key", key, "Value", "x");
	}

	private static String resource(String name) throws IOException {
		try (InputStream stream = ExportTests.class.getResourceAsStream("/exchange/" + name)) {
			return new String(stream.readAllBytes(), StandardCharsets.UTF_8);
		}
	}

}
