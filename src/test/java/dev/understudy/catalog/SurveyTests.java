package dev.understudy.catalog;

import java.time.Duration;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.IntStream;

import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.context.support.StaticMessageSource;

import dev.understudy.experiment.Choices.EndpointChoice;
import dev.understudy.experiment.Choices.VariantFacts;
import dev.understudy.sagemaker.Endpoints;
import dev.understudy.sagemaker.Endpoints.Facts;
import dev.understudy.sagemaker.Endpoints.Model;
import dev.understudy.sagemaker.Endpoints.Summary;
import dev.understudy.sagemaker.Endpoints.Variant;
import dev.understudy.sagemaker.SageMakerRefusal;
import dev.understudy.target.Target;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;
import static org.mockito.ArgumentMatchers.any;
import static org.mockito.ArgumentMatchers.anyString;
import static org.mockito.BDDMockito.given;
import static org.mockito.Mockito.mock;
import static org.mockito.Mockito.never;
import static org.mockito.Mockito.verify;

class SurveyTests {

	private static final Target TARGET = new Target("sandbox", "111122223333", "us-east-1", null, List.of("role"));

	private final Endpoints endpoints = mock(Endpoints.class);

	private final StaticMessageSource messages = new StaticMessageSource();

	private final Survey survey = new Survey(this.endpoints, this.messages,
			new CatalogProperties(Duration.ofSeconds(60), Duration.ofMinutes(30), Duration.ofSeconds(2), 3, 2));

	@BeforeEach
	void messages() {
		this.messages.addMessage("catalog.obstacle.serverless", Locale.ENGLISH, "serverless");
		given(this.endpoints.models(TARGET)).willReturn(List.of("b", "a"));
		given(this.endpoints.model(any(), anyString())).willReturn(Optional.empty());
	}

	@Test
	void aUsableEndpointComesWithItsProductionVariant() {
		list("fraud-prod");
		describe("fraud-prod", new Variant("production", "fraud-v6", "ml.m5.xlarge", 2, false, null));
		EndpointChoice choice = this.survey.of(TARGET).endpoints().getFirst();
		assertThat(choice.isUsable()).isTrue();
		assertThat(choice.production()).isEqualTo(new VariantFacts("production", "fraud-v6", "ml.m5.xlarge", 2));
	}

	@Test
	void anUnusableEndpointSaysWhyNot() {
		list("chat-serverless");
		describe("chat-serverless", new Variant("AllTraffic", "chat-1", null, null, true, null));
		assertThat(this.survey.of(TARGET).endpoints().getFirst().whyNot()).isEqualTo("serverless");
	}

	@Test
	void whatMayNotBeReadIsOfferedByNameAndHidesNothing() {
		list("open", "secret");
		describe("open", new Variant("production", "m", "ml.m5.xlarge", 1, false, null));
		given(this.endpoints.describe(TARGET, "secret"))
			.willThrow(new SageMakerRefusal(SageMakerRefusal.Kind.DENIED, "AccessDenied", "no", null, null));
		assertThat(this.survey.of(TARGET).endpoints()).extracting(EndpointChoice::name, EndpointChoice::isUsable)
			.containsExactly(tuple("open", true), tuple("secret", true));
	}

	@Test
	void noMoreEndpointsAreLookedIntoThanAllowed() {
		list(IntStream.range(0, 5).mapToObj((number) -> "endpoint-" + number).toArray(String[]::new));
		given(this.endpoints.describe(any(), anyString())).willReturn(Optional.empty());
		assertThat(this.survey.of(TARGET).endpoints()).hasSize(5);
		verify(this.endpoints, never()).describe(TARGET, "endpoint-3");
	}

	@Test
	void modelsAreOfferedInOrder() {
		list();
		assertThat(this.survey.of(TARGET).models()).containsExactly("a", "b");
	}

	private void list(String... names) {
		given(this.endpoints.list(TARGET))
			.willReturn(List.of(names).stream().map((name) -> new Summary(name, "InService", null)).toList());
	}

	private void describe(String name, Variant production) {
		given(this.endpoints.describe(TARGET, name)).willReturn(
				Optional.of(new Facts(name, "arn:" + name, "InService", "config", false, List.of(production), List.of())));
		given(this.endpoints.model(TARGET, String.valueOf(production.modelName())))
			.willReturn(Optional.of(new Model(String.valueOf(production.modelName()), "arn", 1, false, false)));
	}

}
