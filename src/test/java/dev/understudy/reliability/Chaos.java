package dev.understudy.reliability;

import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.ConcurrentHashMap;
import java.util.random.RandomGenerator;
import java.util.random.RandomGeneratorFactory;

/**
 * Weather in which every call has the same chance of meeting some trouble. What befalls
 * the n-th call of an operation on an experiment depends on nothing but the seed.
 */
final class Chaos implements Wire.Weather {

	private static final List<Trouble> ANY = List.of(Trouble.SLOW, Trouble.LATE, Trouble.CLOSED, Trouble.RESET,
			Trouble.HALF_OPEN, Trouble.ANSWER_LOST, Trouble.RESET_AFTER_ACTING, Trouble.HALF_OPEN_AFTER_ACTING,
			Trouble.HTTP_500, Trouble.HTTP_503, Trouble.HTTP_500_AFTER_ACTING, Trouble.THROTTLED,
			Trouble.THROTTLED_AFTER_ACTING, Trouble.GARBLED, Trouble.TRUNCATED, Trouble.WITHOUT_REQUEST_ID,
			Trouble.UNKNOWN_CODE, Trouble.EXPIRED_CREDENTIALS, Trouble.DOUBLED, Trouble.DOUBLED_INSIDE);

	private static final Map<String, List<Trouble>> PARTICULAR = Map.of("CreateInferenceExperiment",
			List.of(Trouble.FOREIGN, Trouble.DELETED_OUTSIDE), "DescribeInferenceExperiment", List.of(Trouble.STALE),
			"ListInferenceExperiments",
			List.of(Trouble.LIST_WITH_HOLES, Trouble.LIST_WITH_DOUBLES, Trouble.EMPTY_PAGE));

	private final long seed;

	private final double probability;

	private final Map<String, Integer> seen = new ConcurrentHashMap<>();

	Chaos(long seed, double probability) {
		this.seed = seed;
		this.probability = probability;
	}

	@Override
	public Trouble over(WireCall call) {
		String about = call.operation() + " " + call.name();
		int nth = this.seen.merge(about, 1, Integer::sum);
		RandomGenerator random = RandomGeneratorFactory.of("L64X128MixRandom")
			.create(Objects.hash(this.seed, about, nth) * 0x9E3779B97F4A7C15L);
		if (random.nextDouble() >= this.probability) {
			return Trouble.NONE;
		}
		List<Trouble> particular = PARTICULAR.getOrDefault(call.operation(), List.of());
		int index = random.nextInt(ANY.size() + particular.size());
		return (index < ANY.size()) ? ANY.get(index) : particular.get(index - ANY.size());
	}

}
