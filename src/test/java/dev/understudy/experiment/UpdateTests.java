package dev.understudy.experiment;

import java.util.List;

import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

import dev.understudy.definition.CanonicalForm;
import dev.understudy.definition.Change;
import dev.understudy.definition.Draft;
import dev.understudy.definition.Drafts;
import dev.understudy.definition.Purpose;

import static org.assertj.core.api.Assertions.assertThat;

class UpdateTests {

	private static final Draft KNOWN = Drafts.complete();

	private static final String SAMPLING = "/ShadowModeConfig/ShadowModelVariants/0/SamplingPercentage";

	@Test
	void ofAWholeDefinitionOnlyWhatDiffersIsAskedFor() {
		UpdatePlan plan = plan(Drafts.with("/Description", "Two days more"), "Created");
		assertThat(plan.asked().toString()).isEqualTo("{\"Description\":\"Two days more\"}");
		assertThat(plan.seen().toString())
			.isEqualTo("{\"Description\":\"Does v7 hold up under the traffic of the lead?\"}");
		assertThat(plan.definition()).isEqualTo(canonical(Drafts.with("/Description", "Two days more")));
		assertThat(plan.isPossible()).isTrue();
	}

	@Test
	void membersAloneAreTakenAsWell() {
		UpdatePlan plan = plan(Draft.parse("{\"Description\":\"Two days more\"}"), "Created");
		assertThat(plan.asked().propertyNames()).containsExactly("Description");
		assertThat(plan.findings()).isEmpty();
	}

	@Test
	void aMemberThatIsLeftOutStays() {
		assertThat(plan(Draft.empty(), "Created").changes()).isEmpty();
		assertThat(plan(Drafts.without("/DataStorageConfig"), "Created").changes()).isEmpty();
	}

	@Test
	void ofTheScheduleOnlyTheTimesThatDifferAreAskedFor() {
		UpdatePlan plan = plan(Draft.parse("{\"Schedule\":{\"EndTime\":\"2026-12-09T09:00:00+01:00\"}}"), "Running");
		assertThat(plan.asked().toString()).isEqualTo("{\"Schedule\":{\"EndTime\":\"2026-12-09T08:00:00Z\"}}");
		assertThat(plan.seen().toString()).isEqualTo("{\"Schedule\":{\"EndTime\":\"2026-12-08T08:00:00Z\"}}");
		assertThat(plan.findings()).isEmpty();
	}

	@Test
	void whatWasNotThereIsSeenAsAbsent() {
		UpdatePlan plan = new Update(Drafts.minimal(), Drafts.minimal(), Draft.parse("{\"Description\":\"new\"}"))
			.plan("Created", Judges.NOW, Judges.of(Purpose.UPDATE));
		assertThat(plan.asked().toString()).isEqualTo("{\"Description\":\"new\"}");
		assertThat(plan.seen().isEmpty()).isTrue();
	}

	@Test
	void otherSpellingsAndOrdersOfTheSameAreNoChange() {
		Draft turned = Draft.parse("""
				{ "Schedule": { "StartTime": 1796112000, "EndTime": "2026-12-08T09:00:00+01:00" },
				  "Tags": [ { "Key": "cost-center", "Value": "" }, { "Key": "team", "Value": "fraud" } ] }""");
		UpdatePlan plan = plan(turned, "Created");
		assertThat(plan.changes()).isEmpty();
		assertThat(plan.findings()).isEmpty();
	}

	@ParameterizedTest
	@CsvSource({ "/Name, other, name", "/RoleArn, arn:aws:iam::111122223333:role/shadow-gpu, role-arn",
			"/EndpointName, ranking-prod, endpoint-name", "/KmsKey, alias/other, kms-key", "/Type, Other, type",
			"/Tags/0/Value, risk, tags" })
	void whatCannotBeChangedIsRefusedWhereItStands(String pointer, String value, String rule) {
		assertThat(errors(Drafts.with(pointer, value), "Created"))
			.containsExactly("%s.not-updatable@/%s".formatted(rule, pointer.split("/")[1]));
	}

	@Test
	void nothingWantedWhereThereIsNothingIsNoChange() {
		assertThat(Judges.errors(new Update(Drafts.minimal(), Drafts.minimal(), Draft.parse("{\"Tags\":[]}"))
			.plan("Created", Judges.NOW, Judges.of(Purpose.UPDATE))
			.findings())).isEmpty();
	}

	@ParameterizedTest
	@CsvSource({ "/Description, text", "/Schedule/EndTime, 2026-12-10T08:00:00Z",
			"/ShadowModeConfig/ShadowModelVariants/0/SamplingPercentage, 50" })
	void whatRunsTakesDescriptionEndAndSampling(String pointer, String value) {
		Object given = value.equals("50") ? (Object) 50 : value;
		assertThat(errors(Drafts.with(pointer, given), "Running")).isEmpty();
		assertThat(plan(Drafts.with(pointer, given), "Running").changes()).extracting(Change::pointer)
			.containsExactly(pointer);
	}

	@ParameterizedTest
	@ValueSource(strings = { "/Schedule/StartTime", "/ModelVariants/1/ModelName", "/DataStorageConfig/Destination" })
	void nothingElseChangesWhileItRuns(String pointer) {
		Draft wanted = Drafts.with(pointer, pointer.endsWith("Time") ? "2026-12-02T08:00:00Z"
				: pointer.endsWith("Name") ? "fraud-v8" : "s3://b/x/");
		assertThat(errors(wanted, "Running")).containsExactly("update.not-while-running@" + pointer);
		assertThat(errors(wanted, "Created")).isEmpty();
		assertThat(errors(wanted, null)).isEmpty();
	}

	@Test
	void theRulesOfDefinitionsHold() {
		assertThat(errors(Drafts.with("/Description", "a\nb"), "Created"))
			.containsExactly("description.pattern@/Description");
		assertThat(errors(Drafts.with("/Schedule/EndTime", "2027-02-01T08:00:00Z"), "Created"))
			.containsExactly("schedule.too-long@/Schedule/EndTime");
		assertThat(errors(Drafts.with("/Schedule/EndTime", "2026-12-01T08:30:00Z"), "Created"))
			.containsExactly("schedule.too-short@/Schedule/EndTime");
		assertThat(errors(Drafts.with("/ModelVariants/0/VariantName", "renamed"), "Created"))
			.containsExactly("source-model-variant-name.unknown@/ShadowModeConfig/SourceModelVariantName");
		assertThat(errors(Draft.parse("{\"Colour\":\"red\"}"), "Created")).containsExactly("unknown-member@/Colour");
	}

	@Test
	void aStartInThePastIsNoChangeButAStart() {
		assertThat(errors(Drafts.with("/Schedule/StartTime", "2026-11-24T07:59:00Z"), "Created"))
			.contains("schedule.start-past@/Schedule/StartTime");
	}

	@Test
	void whatWasAsBadBeforeDoesNotStandInTheWay() {
		Draft odd = Drafts.with("/ModelVariants/1/InfrastructureConfig/RealTimeInferenceConfig/InstanceCount", 0);
		Update update = new Update(odd, odd, Draft.parse("{\"Description\":\"x\"}"));
		assertThat(update.plan("Created", Judges.NOW, Judges.of(Purpose.UPDATE)).isPossible()).isTrue();
		Update worse = new Update(odd, odd,
				Drafts.change(odd, "/ModelVariants/1/InfrastructureConfig/RealTimeInferenceConfig/InstanceCount", -1));
		assertThat(worse.plan("Created", Judges.NOW, Judges.of(Purpose.UPDATE)).isPossible()).isFalse();
	}

	@Test
	void whatSomebodySawIsWhatCounts() {
		Draft seen = KNOWN;
		Draft now = Drafts.with(SAMPLING, 30);
		UpdatePlan plan = new Update(now, seen, Drafts.with(SAMPLING, 50)).plan("Running", Judges.NOW,
				Judges.of(Purpose.UPDATE));
		assertThat(plan.seen().at(SAMPLING).intValue()).isEqualTo(100);
		assertThat(new Update(now, seen, seen).plan("Running", Judges.NOW, Judges.of(Purpose.UPDATE)).changes())
			.isEmpty();
	}

	private static UpdatePlan plan(Draft wanted, @Nullable String status) {
		return new Update(KNOWN, KNOWN, wanted).plan(status, Judges.NOW, Judges.of(Purpose.UPDATE));
	}

	private static List<String> errors(Draft wanted, @Nullable String status) {
		return Judges.errors(plan(wanted, status).findings());
	}

	private static Draft canonical(Draft draft) {
		return Draft.parse(CanonicalForm.of(draft));
	}

}
