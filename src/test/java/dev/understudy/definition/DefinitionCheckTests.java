package dev.understudy.definition;

import java.time.Instant;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.MethodSource;
import tools.jackson.databind.json.JsonMapper;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.assertThatIllegalStateException;

class DefinitionCheckTests {

	private static final RuleContext CREATE = Contexts.sandbox(Contexts.NOW);

	private static final RuleContext LONG_AFTER = Contexts.sandbox(Instant.parse("2027-06-01T00:00:00Z"),
			Purpose.TEMPLATE);

	@Test
	void handsOnADefinitionThatIsInOrder() {
		Verdict verdict = Checks.STANDARD.check(Drafts.complete(), CREATE);
		assertThat(verdict).isInstanceOfSatisfying(Verdict.Ready.class, (ready) -> {
			assertThat(ready.definition()).isEqualTo(Drafts.definition());
			assertThat(ready.findings()).isEmpty();
		});
	}

	@Test
	void letsWarningsPass() {
		Verdict verdict = Checks.STANDARD.check(Drafts.minimal(), CREATE);
		assertThat(verdict).isInstanceOfSatisfying(Verdict.Ready.class,
				(ready) -> assertThat(ready.warnings()).extracting(Finding::rule).containsExactly("schedule.no-end"));
	}

	@Test
	void refusesErrors() {
		Verdict verdict = Checks.STANDARD.check(Drafts.without("/Name"), CREATE);
		assertThat(verdict).isInstanceOf(Verdict.Refused.class);
		assertThat(verdict.findings()).extracting(Finding::rule).containsExactly("name.required");
	}

	@Test
	void tellsFindingsInDocumentOrderErrorsFirst() {
		String type = "/InfrastructureConfig/RealTimeInferenceConfig/InstanceType";
		Draft draft = Drafts.change(Drafts.with("/Tags/1/Key", "aws:x"), "/Tags/0/Key", "understudy:y");
		draft = Drafts.change(Drafts.change(draft, "/Aaa", 1), "/ModelVariants/1" + type, "ml.inf1.xlarge");
		draft = Drafts.change(Drafts.change(draft, "/Name", null), "/Schedule/EndTime", null);
		assertThat(Checks.of(draft)).containsExactly("name.required@/Name",
				"instance-type.unsupported@/ModelVariants/1" + type, "instance-type.differs@/ModelVariants/1" + type,
				"schedule.no-end@/Schedule/EndTime", "tags.reserved@/Tags/0/Key", "tags.reserved@/Tags/1/Key",
				"unknown-member@/Aaa");
	}

	@Test
	void asksARuleOfAnotherModuleToo() {
		DefinitionRule freeze = new DefinitionRule() {

			@Override
			public Set<String> ids() {
				return Set.of("definition.frozen");
			}

			@Override
			public Stream<Finding> judge(Draft draft, RuleContext context) {
				return Stream.of(Finding.error("", "definition.frozen", "Nothing may be created now.", null));
			}

		};
		DefinitionCheck check = new DefinitionCheck(List.of(freeze));
		assertThat(check.check(Drafts.complete(), CREATE).findings()).extracting(Finding::rule)
			.containsExactly("definition.frozen");
		assertThat(check.ids()).contains("definition.frozen", "name.required");
	}

	@Test
	void cannotBeMadeWithoutTheRulesThatMakeADefinition() {
		DefinitionCheck check = new DefinitionCheck(List.of());
		assertThat(check.check(Drafts.empty(), CREATE)).isInstanceOf(Verdict.Refused.class);
	}

	@Test
	void judgesOfAnUpdateOnlyWhatItMayChange() {
		RuleContext update = Contexts.sandbox(Contexts.NOW, Purpose.UPDATE);
		Draft draft = Draft.parse("{\"Name\":\"a_b\",\"RoleArn\":7,\"Description\":\"a\\nb\"}");
		assertThat(Checks.of(draft, update)).containsExactly("description.pattern@/Description");
		assertThat(Checks.of(Drafts.empty(), update)).isEmpty();
		assertThat(Checks.of(Drafts.without("/ModelVariants/0/ModelName"), update))
			.containsExactly("model-name.required@/ModelVariants/0/ModelName");
	}

	@Test
	void acceptsThatARunningTestHasStarted() {
		RuleContext running = Contexts.sandbox(Instant.parse("2026-12-08T07:59:00Z"), Purpose.UPDATE);
		assertThat(Checks.of(Drafts.complete(), running)).isEmpty();
		RuleContext ended = Contexts.sandbox(Instant.parse("2026-12-08T08:00:00Z"), Purpose.UPDATE);
		assertThat(Checks.of(Drafts.complete(), ended)).containsExactly("schedule.end-past@/Schedule/EndTime");
	}

	@Test
	void forgivesATemplateWhatIsMissingOrPast() {
		assertThat(Checks.of(Drafts.empty(), LONG_AFTER)).isEmpty();
		assertThat(Checks.of(Drafts.complete(), LONG_AFTER)).isEmpty();
		assertThat(Checks.of(Drafts.with("/Name", "a_b"), LONG_AFTER)).containsExactly("name.pattern@/Name");
	}

	@ParameterizedTest
	@EnumSource(value = Purpose.class, mode = EnumSource.Mode.EXCLUDE, names = "CREATE")
	void makesADefinitionOnlyOfWhatIsToBeCreated(Purpose purpose) {
		assertThatIllegalArgumentException()
			.isThrownBy(() -> Checks.STANDARD.check(Drafts.complete(), Contexts.sandbox(Contexts.NOW, purpose)));
	}

	static Stream<String> hasAWholeSentenceForEveryRule() {
		return Checks.STANDARD.ids().stream();
	}

	@ParameterizedTest
	@MethodSource
	void hasAWholeSentenceForEveryRule(String rule) {
		assertThat(rule).matches("[a-z]+(-[a-z]+)*(\\.[a-z]+(-[a-z]+)*)?");
		Wording wording = Wording.error(rule, "");
		List.of("given", "max", "min", "length", "count", "kind", "allowed", "production", "target", "account", "start",
				"end", "now")
			.forEach((name) -> wording.with(name, "7"));
		Finding finding = wording.build();
		assertThat(finding.message()).matches("[A-Z].*[.]").doesNotContain("{");
		assertThat(String.valueOf(finding.hint())).doesNotContain("{");
	}

	@Test
	void leavesNoGapInASentence() {
		Wording wording = Wording.error("name.too-long", "/Name").with("max", 120).with("length", 121);
		assertThatIllegalStateException().isThrownBy(wording::build)
			.withMessageContaining("name.too-long wants {given}");
	}

	@Test
	void listsItsRules() {
		assertThat(List.copyOf(Checks.STANDARD.ids()))
			.contains("name.required", "name.pattern", "name.too-long", "schedule.too-long", "schedule.too-short",
					"schedule.end-before-start", "schedule.end-past", "model-variants.duplicate", "tags.duplicate",
					"tags.reserved", "tags.too-many", "role-arn.not-allowed", "role-arn.account",
					"sampling-percentage.range", "unknown-member", "instance-type.unknown")
			.isSorted();
	}

	@Test
	void spellsAFindingAsTheContractSays() {
		String json = JsonMapper.shared().writeValueAsString(Checks.one(Drafts.without("/Name")));
		assertThat(json).isEqualTo("""
				{"pointer":"/Name","rule":"name.required","severity":"error","message":"The shadow test has no name.",\
				"hint":"Choose a name that no other experiment in this account and region has."}""");
		assertThat(JsonMapper.shared().writeValueAsString(Finding.warning("", "x", "Y.", null)))
			.isEqualTo("{\"pointer\":\"\",\"rule\":\"x\",\"severity\":\"warning\",\"message\":\"Y.\"}");
	}

}
