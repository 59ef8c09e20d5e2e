package dev.understudy.cost;

import java.util.List;
import java.util.Map;
import java.util.Optional;

import org.springframework.stereotype.Component;

import dev.understudy.definition.Draft;
import dev.understudy.experiment.Choices.VariantFacts;
import dev.understudy.experiment.FormChoices;
import dev.understudy.target.Target;

/**
 * Compares production as a draft wants it with production as it stands: where instance
 * type or count differ, SageMaker changes it.
 */
@Component
class Production {

	private final FormChoices choices;

	private final Prices prices;

	Production(FormChoices choices, Prices prices) {
		this.choices = choices;
		this.prices = prices;
	}

	/** May ask SageMaker; what it does not know is not compared. */
	Optional<Resizing> resized(Draft draft, Target target) {
		Hosting planned = Hosting.ofProduction(draft);
		String endpoint = draft.endpointName().orElse("");
		String type = planned.instanceType();
		Integer count = planned.instanceCount();
		if (endpoint.isBlank() || type == null || count == null) {
			return Optional.empty();
		}
		return this.choices.offer(target, endpoint)
			.endpoints()
			.stream()
			.filter((it) -> it.name().equals(endpoint))
			.flatMap((it) -> Optional.ofNullable(it.production()).stream())
			.findFirst()
			.filter((live) -> !live.instanceType().equals(type) || live.instanceCount() != count)
			.map((live) -> resizing(live, type, count, target.region()));
	}

	private Resizing resizing(VariantFacts live, String type, int count, String region) {
		Map<String, Price> known = this.prices.find(region, List.of(live.instanceType(), type));
		Price before = known.get(live.instanceType());
		Price after = known.get(type);
		boolean comparable = before != null && after != null && before.currency().equals(after.currency());
		return new Resizing(live.instanceType(), live.instanceCount(), type, count,
				comparable ? more(before.perHour(live.instanceCount()), after.perHour(count)) : null);
	}

	private static Money more(Money before, Money after) {
		return new Money(after.amount().subtract(before.amount()), after.currency());
	}

}
