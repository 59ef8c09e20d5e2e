package dev.understudy.tracking;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;

import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

import dev.understudy.definition.Definition;
import dev.understudy.experiment.EndpointUses;
import dev.understudy.sagemaker.SageMakerRefusal;
import dev.understudy.shell.Page;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.tuple;

/** What is found in an account, and what finding it costs. */
class FoundTests extends FoundSetting {

	@Test
	void aDescriptionTellsWhenItStartsAndEnds() {
		Definition made = this.aws.schedule("timed");
		Found one = onlyFound();
		assertThat(one.start()).isEqualTo(made.draft().startTime().orElseThrow());
		assertThat(one.end()).isEqualTo(made.draft().endTime().orElseThrow());
		EndpointUses.Use use = this.uses.of(this.target, "fraud-prod").getFirst();
		assertThat(use.isWithin(one.end().plusSeconds(1), one.end().plusSeconds(3600))).isFalse();
		assertThat(use.isWithin(one.start().minusSeconds(3600), one.start().plusSeconds(1))).isTrue();
		this.jdbc.sql("update found set schedule_seen = false, start_time = null, end_time = null").update();
		assertThat(this.uses.of(this.target, "fraud-prod").getFirst().start()).isNull();
		assertThat(onlyFound().start()).as("what was never described is looked at again").isEqualTo(one.start());
	}

	@Test
	void whatIsGoneIsNotListedAnyMore() {
		this.aws.schedule("short-lived");
		assertThat(sweep()).hasSize(1);
		this.aws.delete("short-lived");
		assertThat(sweep()).isEmpty();
	}

	@Test
	void whatAListLeavesOutIsNotTakenForGone() {
		this.aws.schedule("left-out");
		UUID one = onlyFound().id();
		this.aws.control().fault("ListInferenceExperiments", "missing-list-items", Map.of("items", 1));
		assertThat(sweep()).extracting(Found::id).containsExactly(one);
	}

	@Test
	void emptyPagesThatGoOnAreGoneThrough() {
		this.aws.schedule("behind-empty-pages");
		this.aws.control().fault("ListInferenceExperiments", "short-page", Map.of("items", 0, "times", 3));
		assertThat(sweep()).hasSize(1);
	}

	@Test
	void aListThatNeverEndsIsGivenUp() {
		this.aws.control().fault("ListInferenceExperiments", "short-page", Map.of("items", 0, "times", 100));
		this.aws.schedule("never-reached");
		assertThatExceptionOfType(SageMakerRefusal.class).isThrownBy(() -> this.sweep.sweep(this.target))
			.withMessageContaining("does not come to an end");
	}

	@Test
	void whatHasNotChangedIsNotLookedAtAgain() {
		this.aws.schedule("unchanged");
		sweep();
		int described = this.aws.control().calls("DescribeInferenceExperiment");
		sweep();
		assertThat(this.aws.control().calls("DescribeInferenceExperiment")).isEqualTo(described);
	}

	@Test
	void oneSearchLooksAtSoManyAndTheNextGoesOn() {
		for (int number = 0; number < 7; number++) {
			this.aws.schedule("many-" + number);
		}
		assertThat(this.sweep.sweep(this.target)).isFalse();
		assertThat(listed()).hasSize(5);
		assertThat(this.found.sweeps()).singleElement()
			.extracting(SweepState::unread, SweepState::sweptAt)
			.containsExactly(2, null);
		assertThat(this.sweep.sweep(this.target)).isTrue();
		assertThat(listed()).hasSize(7);
	}

	@Test
	void aListIsReadPageByPage() {
		for (int number = 0; number < 5; number++) {
			this.aws.schedule("page-" + number);
		}
		sweep();
		List<String> names = new ArrayList<>();
		@Nullable String token = null;
		do {
			Page<Found> page = this.found.list(new FoundQuery(null, Owner.FOREIGN, 2, token));
			page.items().forEach((it) -> names.add(it.name()));
			token = page.nextPageToken();
		}
		while (token != null);
		assertThat(names).containsExactly("page-4", "page-3", "page-2", "page-1", "page-0");
		assertThat(this.found.list(new FoundQuery("elsewhere", null, 50, null)).items()).isEmpty();
	}

	@Test
	void anAccountThatCannotBeReadSaysWhy() {
		this.aws.refuse("ListInferenceExperiments", "AccessDeniedException");
		assertThatExceptionOfType(SageMakerRefusal.class).isThrownBy(() -> this.sweep.sweep(this.target));
		assertThat(this.found.sweeps()).singleElement()
			.satisfies((it) -> assertThat(it.problem()).contains("AccessDeniedException"))
			.satisfies((it) -> assertThat(it.sweptAt()).isNull());
	}

	@Test
	void oneThatMayNotBeReadDoesNotHideTheOthersNorCostMoreThanOneLook() {
		this.aws.schedule("first");
		this.aws.schedule("second");
		this.aws.control()
			.fault("ListTags", "error",
					Map.of("code", "AccessDeniedException", "status", 400, "message", "No", "times", 1));
		assertThat(this.sweep.sweep(this.target)).isTrue();
		assertThat(listed()).extracting(Found::name).containsExactly("first");
		int tags = this.aws.control().calls("ListTags");
		sweep();
		assertThat(this.aws.control().calls("ListTags")).isEqualTo(tags);
		assertThat(this.found.sweeps()).singleElement()
			.satisfies((it) -> assertThat(tuple(it.unread(), it.problem()))
				.isEqualTo(tuple(1, "AccessDeniedException: No")));
	}

}
