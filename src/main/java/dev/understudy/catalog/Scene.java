package dev.understudy.catalog;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Stream;

import org.jspecify.annotations.Nullable;

import dev.understudy.definition.Draft;
import dev.understudy.definition.Finding;
import dev.understudy.experiment.EndpointUses.Use;
import dev.understudy.sagemaker.Endpoints.Facts;
import dev.understudy.sagemaker.Endpoints.Model;
import dev.understudy.sagemaker.Scaling.Bounds;
import dev.understudy.shell.Words;
import dev.understudy.target.Target;

/**
 * Everything checks look at: a draft, and snapshots of the account. No check looks any
 * further.
 *
 * @param experimentId whose draft it is
 * @param draft the draft
 * @param findings what the rules say about it
 * @param target where it is to go
 * @param now the moment of looking
 * @param endpoint the endpoint it names
 * @param models the models that its variants and the endpoint's name, by name
 * @param scaling how the endpoint's production variant is scaled
 * @param named the status of what stands in SageMaker under its name; null where nobody
 * asks
 * @param bucket the bucket it captures into
 * @param uses who else uses the endpoint
 * @param running by instance type, an endpoint of the account that has such instances
 * @param offered by instance type, where it is known from that the region has it
 */
record Scene(UUID experimentId, Draft draft, List<Finding> findings, Target target, Instant now, Seen<Facts> endpoint,
		Map<String, Seen<Model>> models, Seen<Bounds> scaling, @Nullable Seen<String> named, Seen<Supplied> bucket,
		List<Use> uses, Map<String, String> running, Map<String, RegionalTypes.Source> offered) {

	static final String ENDPOINT = "/EndpointName";

	/** From when on a test does not count as starting at once. */
	private static final Duration SOON = Duration.ofMinutes(15);

	/** AWS API: CreateInferenceExperiment, Schedule. */
	private static final Duration UNLESS_TOLD = Duration.ofDays(7);

	private static final Seen<Model> NOT_LOOKED = new Seen.Untold<>(Words.of("preflight.unread.not-looked"));

	Scene {
		findings = List.copyOf(findings);
		models = Map.copyOf(models);
		uses = List.copyOf(uses);
		running = Map.copyOf(running);
		offered = Map.copyOf(offered);
	}

	String endpointName() {
		return this.draft.endpointName().orElse("");
	}

	Instant start() {
		return this.draft.startTime().filter((start) -> start.isAfter(this.now)).orElse(this.now);
	}

	Instant end() {
		return this.draft.endTime().orElseGet(() -> start().plus(UNLESS_TOLD));
	}

	boolean startsSoon() {
		return start().isBefore(this.now.plus(SOON));
	}

	Seen<Model> model(String name) {
		return this.models.getOrDefault(name, NOT_LOOKED);
	}

	/** Others that have the endpoint now, as far as is known. */
	List<Use> active() {
		return this.uses.stream().filter((use) -> use.isActive(this.now)).toList();
	}

	/** The variants that name a model. */
	Stream<Named> variants() {
		return Stream.of("/ModelVariants/0", "/ModelVariants/1")
			.flatMap((variant) -> this.draft.text(variant + "/ModelName")
				.filter((model) -> !model.isBlank())
				.stream()
				.map((model) -> new Named(variant, model)));
	}

	/** The place in the definition of the variant that is to answer. */
	Optional<String> production() {
		return this.draft.productionVariant()
			.flatMap((wanted) -> Stream.of("/ModelVariants/0", "/ModelVariants/1")
				.filter((variant) -> this.draft.text(variant + "/VariantName").filter(wanted::equals).isPresent())
				.findFirst());
	}

	/**
	 * A variant of the draft.
	 *
	 * @param pointer where it stands
	 * @param model its model
	 */
	record Named(String pointer, String model) {

		String modelPointer() {
			return this.pointer + "/ModelName";
		}

	}

}
