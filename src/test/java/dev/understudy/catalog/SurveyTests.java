package dev.understudy.catalog;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.IntStream;

import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.mockito.ArgumentCaptor;

import dev.understudy.sagemaker.Endpoints;
import dev.understudy.sagemaker.Endpoints.Facts;
import dev.understudy.sagemaker.Endpoints.Model;
import dev.understudy.sagemaker.Endpoints.Summary;
import dev.understudy.sagemaker.Endpoints.Variant;
import dev.understudy.sagemaker.SageMakerRefusal;
import dev.understudy.target.Target;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.mockito.ArgumentMatchers.any;
import static org.mockito.ArgumentMatchers.anyString;
import static org.mockito.ArgumentMatchers.contains;
import static org.mockito.ArgumentMatchers.eq;
import static org.mockito.BDDMockito.given;
import static org.mockito.Mockito.mock;
import static org.mockito.Mockito.never;
import static org.mockito.Mockito.times;
import static org.mockito.Mockito.verify;

class SurveyTests {

	private static final Instant NOW = Instant.parse("2026-12-01T08:00:00Z");

	private static final Instant CHANGED = NOW.minus(Duration.ofHours(3));

	private static final Target TARGET = new Target("sandbox", "111122223333", "us-east-1", null, List.of("role"));

	private final Endpoints endpoints = mock(Endpoints.class);

	private final CatalogStore store = mock(CatalogStore.class);

	private final Survey survey = new Survey(this.endpoints, this.store,
			new CatalogProperties(Duration.ofMinutes(5), Duration.ofSeconds(60), Duration.ofMinutes(30),
					Duration.ofSeconds(2), 200, 3, 100, 2, Duration.ofSeconds(2), Duration.ofSeconds(30)),
			Clock.fixed(NOW, ZoneOffset.UTC));

	@BeforeEach
	void models() {
		given(this.endpoints.models(TARGET)).willReturn(List.of("b", "a"));
		given(this.endpoints.model(any(), anyString())).willReturn(Optional.empty());
	}

	@Test
	void whatStandsOnAnEndpointIsKeptWithIt() {
		list("fraud-prod");
		describe("fraud-prod", new Variant("production", "fraud-v6", "ml.m5.xlarge", 2, false, null));
		CatalogEndpoint kept = kept().getFirst();
		assertThat(kept.obstacle()).isNull();
		assertThat(kept.lookedAt()).isEqualTo(NOW);
		assertThat(kept.facts()).isNotNull();
		assertThat(kept.facts().production().getFirst().modelName()).isEqualTo("fraud-v6");
	}

	@Test
	void anUnusableEndpointIsKeptWithTheReason() {
		list("chat-serverless");
		describe("chat-serverless", new Variant("AllTraffic", "chat-1", null, null, true, null));
		assertThat(kept().getFirst().obstacle()).isEqualTo(Obstacle.SERVERLESS);
	}

	@Test
	void whatMayNotBeReadIsKeptByNameAndHidesNothing() {
		list("open", "secret");
		describe("open", new Variant("production", "m", "ml.m5.xlarge", 1, false, null));
		given(this.endpoints.describe(TARGET, "secret"))
			.willThrow(new SageMakerRefusal(SageMakerRefusal.Kind.DENIED, "AccessDenied", "no", null, null));
		List<CatalogEndpoint> kept = kept();
		assertThat(kept).extracting(CatalogEndpoint::name).containsExactly("open", "secret");
		assertThat(kept.getLast().facts()).isNull();
	}

	@Test
	void noMoreEndpointsAreLookedIntoAtOnceThanAllowedAndTheRestComesNext() {
		list(IntStream.range(0, 5).mapToObj((number) -> "endpoint-" + number).toArray(String[]::new));
		given(this.endpoints.describe(any(), anyString())).willReturn(Optional.of(facts("e", List.of())));
		assertThat(kept()).hasSize(5);
		verify(this.endpoints, never()).describe(TARGET, "endpoint-3");
		given(this.store.known(TARGET)).willReturn(Map.of("endpoint-0", known("endpoint-0", CHANGED, NOW), "endpoint-1",
				known("endpoint-1", CHANGED, NOW), "endpoint-2", known("endpoint-2", CHANGED, NOW)));
		this.survey.read(TARGET);
		verify(this.endpoints).describe(TARGET, "endpoint-3");
		verify(this.endpoints).describe(TARGET, "endpoint-4");
		verify(this.endpoints, times(1)).describe(TARGET, "endpoint-0");
	}

	@Test
	void onlyWhatHasChangedOrWasNotSeenForLongIsLookedIntoAgain() {
		list("same", "changed", "old");
		given(this.endpoints.describe(any(), anyString())).willReturn(Optional.of(facts("e", List.of())));
		given(this.store.known(TARGET)).willReturn(Map.of("same", known("same", CHANGED, NOW.minusSeconds(60)),
				"changed", known("changed", CHANGED.minusSeconds(1), NOW.minusSeconds(60)), "old",
				known("old", CHANGED, NOW.minus(Duration.ofMinutes(31)))));
		this.survey.read(TARGET);
		verify(this.endpoints, never()).describe(TARGET, "same");
		verify(this.endpoints).describe(TARGET, "changed");
		verify(this.endpoints).describe(TARGET, "old");
	}

	@Test
	void aReadingThatFailsIsKeptAsOneAndLeavesWhatThereWas() {
		given(this.endpoints.list(TARGET))
			.willThrow(new SageMakerRefusal(SageMakerRefusal.Kind.DENIED, "AccessDenied", "no", null, null));
		assertThatExceptionOfType(SageMakerRefusal.class).isThrownBy(() -> this.survey.read(TARGET));
		verify(this.store).failed(eq(TARGET), contains("AccessDenied"), eq(NOW));
		verify(this.store, never()).keep(any(), any(), any(), any());
	}

	@SuppressWarnings("unchecked")
	private List<CatalogEndpoint> kept() {
		this.survey.read(TARGET);
		ArgumentCaptor<List<CatalogEndpoint>> kept = ArgumentCaptor.forClass(List.class);
		verify(this.store).keep(eq(TARGET), kept.capture(), eq(List.of("b", "a")), eq(NOW));
		return kept.getValue();
	}

	private static CatalogEndpoint known(String name, Instant modified, Instant looked) {
		return new CatalogEndpoint(name, "InService", modified, facts(name, List.of()), null, looked);
	}

	private void list(String... names) {
		given(this.endpoints.list(TARGET))
			.willReturn(List.of(names).stream().map((name) -> new Summary(name, "InService", CHANGED)).toList());
	}

	private void describe(String name, Variant production) {
		given(this.endpoints.describe(TARGET, name)).willReturn(Optional.of(facts(name, List.of(production))));
		given(this.endpoints.model(TARGET, String.valueOf(production.modelName())))
			.willReturn(Optional.of(new Model(String.valueOf(production.modelName()), "arn", 1, false, false)));
	}

	private static Facts facts(String name, List<Variant> production) {
		return new Facts(name, "arn:" + name, "InService", "config", false, production, List.of());
	}

}
