package dev.understudy.template;

import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Random;
import java.util.UUID;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.context.support.ResourceBundleMessageSource;

import dev.understudy.definition.Contexts;
import dev.understudy.definition.DefinitionMember;
import dev.understudy.definition.Draft;
import dev.understudy.definition.Drafts;
import dev.understudy.definition.Finding;
import dev.understudy.definition.FindingLanguage;

import static org.assertj.core.api.Assertions.assertThat;

/** What a draft is held to, and what not. */
class TemplateBondTests {

	private static final String SAMPLING = "/ShadowModeConfig/ShadowModelVariants/0/SamplingPercentage";

	private static final ResourceBundleMessageSource MESSAGES = new ResourceBundleMessageSource();

	static {
		MESSAGES.setBasename("messages");
		MESSAGES.setDefaultEncoding("UTF-8");
		MESSAGES.setFallbackToSystemLocale(false);
	}

	@ParameterizedTest
	@CsvSource({ SAMPLING + ", " + SAMPLING + ", 99", "/DataStorageConfig, /DataStorageConfig/KmsKey, other",
			"/DataStorageConfig/ContentType, /DataStorageConfig/ContentType/CsvContentTypes/0, text/tsv",
			"/Schedule, /Schedule/EndTime, 2026-12-09T08:00:00Z",
			"/ModelVariants/1, /ModelVariants/1/ModelName, fraud-v8", "/RoleArn, /RoleArn, other" })
	void aDraftThatDiffersIsToldSoWhereItDiffers(String locked, String place, String value) {
		TemplateBond bond = bond(Drafts.complete(), locked);
		assertThat(judge(bond, Drafts.complete())).isEmpty();
		assertThat(judge(bond, Drafts.with(place, value))).singleElement().satisfies((finding) -> {
			assertThat(finding.pointer()).isEqualTo(place);
			assertThat(finding.rule()).isEqualTo("template.locked");
			assertThat(finding.forbids()).isTrue();
			assertThat(finding.message()).startsWith("The template \"Standard\" asks for ");
		});
	}

	@ParameterizedTest
	@ValueSource(strings = { "/Description", "/KmsKey", "/Schedule", "/DataStorageConfig", "/Tags" })
	void whatIsLockedAsEmptyHasToStayAway(String locked) {
		TemplateBond bond = bond(Drafts.minimal(), locked);
		assertThat(judge(bond, Drafts.minimal())).isEmpty();
		assertThat(judge(bond, Drafts.complete())).isNotEmpty()
			.allSatisfy((finding) -> assertThat(finding.pointer()).startsWith(locked))
			.allSatisfy((finding) -> assertThat(finding.message()).contains("asks for nothing to stand here"));
		assertThat(bond.apply(Drafts.complete()).at(locked).isMissingNode()).isTrue();
	}

	@Test
	void whatIsFreeMayBeAnything() {
		TemplateBond bond = bond(Drafts.complete(), SAMPLING, "/Tags/0");
		Draft other = Drafts.change(Drafts.with("/EndpointName", "ranking-prod").with("/Schedule", null),
				"/Tags/1/Value", "4711");
		assertThat(judge(bond, other)).isEmpty();
		assertThat(bond.apply(other)).isEqualTo(other);
	}

	@Test
	void anotherSpellingIsNoDifference() {
		TemplateBond bond = bond(Drafts.complete(), "/Schedule", "/Tags", SAMPLING);
		Draft spelt = Drafts.with("/Schedule/StartTime", "2026-12-01T09:00:00+01:00");
		spelt = Drafts.change(spelt, "/Schedule/EndTime", 1796716800);
		spelt = Drafts.change(spelt, "/Tags",
				List.of(Map.of("Key", "cost-center", "Value", ""), Map.of("Key", "team", "Value", "fraud")));
		spelt = Drafts.change(spelt, SAMPLING, 100.0);
		assertThat(judge(bond, spelt)).isEmpty();
		assertThat(bond.apply(spelt)).isEqualTo(spelt);
	}

	@Test
	void aTagIsKnownByItsKeyWhereverItStands() {
		TemplateBond bond = bond(Drafts.complete(), "/Tags/0");
		Draft moved = Drafts.complete().with("/Tags/0", null);
		assertThat(judge(bond, moved)).singleElement().satisfies((finding) -> {
			assertThat(finding.pointer()).isEqualTo("/Tags");
			assertThat(finding.message()).contains("team=fraud");
		});
		Draft added = bond.apply(moved);
		assertThat(judge(bond, added)).isEmpty();
		assertThat(added.at("/Tags")).hasSize(2);
		Draft other = Drafts.change(added, "/Tags/1/Value", "vision");
		assertThat(judge(bond, other)).singleElement()
			.satisfies((finding) -> assertThat(finding.pointer()).isEqualTo("/Tags/1/Value"));
		assertThat(bond.holds("/Tags/1/Value", other)).isTrue();
		assertThat(bond.holds("/Tags/0/Value", other)).isFalse();
		assertThat(bond.apply(other)).isEqualTo(added);
		assertThat(judge(bond, bond.apply(Draft.empty()))).isEmpty();
	}

	@Test
	void aValueOfAnotherTypeDiffersAndIsPutRight() {
		TemplateBond bond = bond(Drafts.complete(), "/Schedule/EndTime", "/ModelVariants/1/ModelName", SAMPLING);
		for (Draft odd : List.of(Drafts.with("/Schedule", "tomorrow"), Drafts.with("/ModelVariants", 7),
				Drafts.with("/ShadowModeConfig/ShadowModelVariants", List.of()), Draft.empty())) {
			assertThat(judge(bond, odd)).isNotEmpty();
			assertThat(judge(bond, bond.apply(odd))).isEmpty();
		}
	}

	@Test
	void whatItHoldsIsWhatIsLockedAndAllBelow() {
		TemplateBond bond = bond(Drafts.complete(), "/DataStorageConfig", SAMPLING);
		Draft draft = Drafts.complete();
		assertThat(bond.holds("/DataStorageConfig", draft)).isTrue();
		assertThat(bond.holds("/DataStorageConfig/ContentType/CsvContentTypes", draft)).isTrue();
		assertThat(bond.holds("/DataStorageConfigs", draft)).isFalse();
		assertThat(bond.holds("/ShadowModeConfig", draft)).isFalse();
	}

	@Test
	void messagesAreInTheLanguageOfTheReader() {
		TemplateBond bond = bond(Drafts.complete(), SAMPLING);
		List<Finding> german = FindingLanguage.in(Locale.GERMAN, () -> judge(bond, Drafts.with(SAMPLING, 7)));
		assertThat(german).singleElement()
			.satisfies(
					(finding) -> assertThat(finding.message()).isEqualTo("Die Vorlage „Standard“ verlangt hier 100."))
			.satisfies((finding) -> assertThat(finding.hint()).contains("übernehmen"));
	}

	@Test
	void whatWasTakenOverAlwaysAgreesAndNothingElseChanges() {
		long seed = new Random().nextLong();
		Random random = new Random(seed);
		List<Draft> sources = List.of(Drafts.complete(), Drafts.minimal(), Draft.empty());
		for (int i = 0; i < 500; i++) {
			Draft definition = mutated(sources.get(random.nextInt(sources.size())), random);
			Draft draft = mutated(sources.get(random.nextInt(sources.size())), random);
			List<String> lockable = Lockable.members(definition)
				.stream()
				.filter(Lockable::test)
				.map(DefinitionMember::pointer)
				.toList();
			String[] locked = random.ints(3, 0, lockable.size()).mapToObj(lockable::get).toArray(String[]::new);
			TemplateBond bond = bond(definition, locked);
			Draft bound = bond.apply(draft);
			assertThat(judge(bond, bound)).as("seed %d, %s of %s onto %s", seed, List.of(locked), definition, draft)
				.isEmpty();
			assertThat(bond.apply(bound)).as("seed %d", seed).isEqualTo(bound);
		}
	}

	private static Draft mutated(Draft draft, Random random) {
		Draft changed = draft;
		for (DefinitionMember member : DefinitionMember.of(draft)) {
			if (member.value() != null && random.nextInt(4) == 0) {
				changed = changed.at(member.pointer()).isMissingNode() ? changed
						: Drafts.change(changed, member.pointer(), random.nextBoolean() ? null : random.nextInt(90));
			}
		}
		return changed;
	}

	private static List<Finding> judge(TemplateBond bond, Draft draft) {
		return bond.judge(draft, Contexts.sandbox(Contexts.NOW)).toList();
	}

	private static TemplateBond bond(Draft definition, String... locked) {
		Instant now = Contexts.NOW;
		return new TemplateBond(new Template(new UUID(0, 1),
				new TemplateContent("Standard", "", definition, new Locks(List.of(locked))), 1, 0, "admin", now, now,
				null), MESSAGES);
	}

}
