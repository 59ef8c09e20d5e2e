package dev.understudy.catalog;

import java.time.Clock;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.stream.Stream;

import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.stereotype.Component;

import dev.understudy.catalog.KnowledgeStore.Knowledge;
import dev.understudy.definition.Draft;
import dev.understudy.definition.Finding;
import dev.understudy.experiment.CurrentDraft;
import dev.understudy.experiment.EndpointUses;
import dev.understudy.experiment.EndpointUses.Use;
import dev.understudy.sagemaker.Endpoints;
import dev.understudy.sagemaker.Endpoints.Facts;
import dev.understudy.sagemaker.Endpoints.Model;
import dev.understudy.sagemaker.Endpoints.Variant;
import dev.understudy.sagemaker.SageMakerRefusal;
import dev.understudy.sagemaker.SageMakerRefusal.Kind;
import dev.understudy.sagemaker.Scaling;
import dev.understudy.sagemaker.Scaling.Bounds;
import dev.understudy.sagemaker.ShadowTests;
import dev.understudy.shell.Words;
import dev.understudy.target.Target;
import dev.understudy.target.Targets;

/**
 * Goes and sees what the account looks like where a draft is about it. Makes remote
 * calls, never within a transaction.
 */
@Component
class Scout {

	private static final String INSTANCE_TYPE = "/InfrastructureConfig/RealTimeInferenceConfig/InstanceType";

	private final Endpoints endpoints;

	private final Scaling scaling;

	private final ShadowTests shadowTests;

	private final KnowledgeStore knowledge;

	private final List<EndpointUses> uses;

	private final List<RegionalTypes> regionalTypes;

	private final Targets targets;

	private final CatalogProperties properties;

	private final Clock clock;

	Scout(Endpoints endpoints, Scaling scaling, ShadowTests shadowTests, KnowledgeStore knowledge,
			ObjectProvider<EndpointUses> uses, ObjectProvider<RegionalTypes> regionalTypes, Targets targets,
			CatalogProperties properties, Clock clock) {
		this.endpoints = endpoints;
		this.scaling = scaling;
		this.shadowTests = shadowTests;
		this.knowledge = knowledge;
		this.uses = uses.orderedStream().toList();
		this.regionalTypes = regionalTypes.orderedStream().toList();
		this.targets = targets;
		this.properties = properties;
		this.clock = clock;
	}

	/**
	 * Goes and sees.
	 * @param current whose draft, and which
	 * @param findings what the rules say about it
	 * @param byName whether to ask what stands under the name as well
	 */
	Scene look(CurrentDraft current, List<Finding> findings, boolean byName) {
		Draft draft = current.draft();
		Target target = this.targets.get(current.target());
		try (Lookout lookout = new Lookout(this.clock, this.properties.preflight())) {
			CompletableFuture<Seen<Facts>> endpoint = endpoint(lookout, target, draft);
			Map<String, CompletableFuture<Seen<Model>>> models = new HashMap<>();
			models(draft).forEach((name) -> models.put(name, model(lookout, target, name)));
			CompletableFuture<Seen<Model>> ofEndpoint = lookout.then(endpoint, "sagemaker:DescribeModel",
					(facts) -> only(facts).map(Variant::modelName)
						.flatMap((name) -> this.endpoints.model(target, name)));
			CompletableFuture<Seen<Bounds>> scaled = lookout.then(endpoint,
					"application-autoscaling:DescribeScalableTargets",
					(facts) -> only(facts).flatMap((variant) -> this.scaling.of(target, facts.name(), variant.name())));
			@Nullable CompletableFuture<Seen<String>> named = byName ? named(lookout, target, draft) : null;
			List<Use> others = others(current, target);
			List<String> types = instanceTypes(draft);
			Knowledge known = this.knowledge.of(target, types, bucket(draft));
			Seen<Facts> facts = lookout.await(endpoint);
			Map<String, Seen<Model>> seen = new HashMap<>();
			models.forEach((name, looking) -> seen.put(name, lookout.await(looking)));
			facts.found()
				.flatMap(Scout::only)
				.map(Variant::modelName)
				.ifPresent((name) -> seen.put(name, lookout.await(ofEndpoint)));
			return new Scene(current.experimentId(), draft, findings, target, this.clock.instant(), facts, seen,
					lookout.await(scaled), (named != null) ? lookout.await(named) : null, known.bucket(), others,
					known.running(), offered(target, types, known));
		}
	}

	private CompletableFuture<Seen<Facts>> endpoint(Lookout lookout, Target target, Draft draft) {
		return draft.endpointName()
			.filter((name) -> !name.isBlank())
			.map((name) -> lookout.look("sagemaker:DescribeEndpoint", () -> this.endpoints.describe(target, name)))
			.orElseGet(() -> untold("preflight.unread.no-endpoint"));
	}

	private CompletableFuture<Seen<Model>> model(Lookout lookout, Target target, String name) {
		return lookout.look("sagemaker:DescribeModel", () -> this.endpoints.model(target, name));
	}

	private CompletableFuture<Seen<String>> named(Lookout lookout, Target target, Draft draft) {
		return draft.name()
			.filter((name) -> !name.isBlank())
			.map((name) -> lookout.look("sagemaker:DescribeInferenceExperiment", () -> status(target, name)))
			.orElseGet(() -> untold("preflight.unread.no-name"));
	}

	private Optional<String> status(Target target, String name) {
		try {
			return Optional.of(this.shadowTests.describe(target, name).value().status());
		}
		catch (SageMakerRefusal refusal) {
			if (refusal.kind() == Kind.NOT_FOUND) {
				return Optional.empty();
			}
			throw refusal;
		}
	}

	/** Only where nothing that runs there proves it. */
	private Map<String, RegionalTypes.Source> offered(Target target, List<String> types, Knowledge known) {
		Map<String, RegionalTypes.Source> offered = new HashMap<>();
		if (!known.running().keySet().containsAll(types)) {
			this.regionalTypes.forEach((source) -> source.of(target.region()).forEach(offered::putIfAbsent));
		}
		return offered;
	}

	private static String bucket(Draft draft) {
		return draft.text("/DataStorageConfig/Destination").map(Destination::typed).map(Destination::bucket).orElse("");
	}

	private List<Use> others(CurrentDraft current, Target target) {
		return current.draft()
			.endpointName()
			.filter((name) -> !name.isBlank())
			.stream()
			.flatMap((name) -> this.uses.stream().flatMap((source) -> source.of(target, name).stream()))
			.filter((use) -> !Objects.equals(use.experimentId(), current.experimentId()))
			.toList();
	}

	private static Stream<String> models(Draft draft) {
		return Stream.of("/ModelVariants/0/ModelName", "/ModelVariants/1/ModelName")
			.flatMap((pointer) -> draft.text(pointer).stream())
			.filter((name) -> !name.isBlank())
			.distinct();
	}

	private static List<String> instanceTypes(Draft draft) {
		return Stream.of("/ModelVariants/0", "/ModelVariants/1")
			.flatMap((variant) -> draft.text(variant + INSTANCE_TYPE).stream())
			.distinct()
			.toList();
	}

	/** The one variant that answers, where it is one. */
	private static Optional<Variant> only(Facts facts) {
		return (facts.production().size() == 1) ? Optional.of(facts.production().getFirst()) : Optional.empty();
	}

	private static <T> CompletableFuture<Seen<T>> untold(String why) {
		return CompletableFuture.completedFuture(new Seen.Untold<>(Words.of(why)));
	}

}
