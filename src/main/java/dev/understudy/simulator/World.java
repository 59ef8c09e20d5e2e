package dev.understudy.simulator;

import java.time.Duration;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import java.util.NavigableMap;
import java.util.TreeMap;

import org.jspecify.annotations.Nullable;

/**
 * Everything the simulated SageMaker knows at one moment. It is made by applying the
 * journal's entries in order, and never in any other way. Not safe for threads: its owner
 * holds a lock.
 */
final class World {

	private final Arns arns;

	private final Catalog catalog;

	private final Map<String, Experiment> experiments = new LinkedHashMap<>();

	private final Map<String, NavigableMap<String, String>> tags = new LinkedHashMap<>();

	private final Lifecycle lifecycle = new Lifecycle(this);

	private Settings settings;

	private Duration clockOffset = Duration.ZERO;

	World(Arns arns) {
		this.arns = arns;
		this.settings = Settings.initial(arns);
		this.catalog = new Catalog(arns, Json.resource("/simulator/catalog.json"));
	}

	Arns arns() {
		return this.arns;
	}

	Catalog catalog() {
		return this.catalog;
	}

	Lifecycle lifecycle() {
		return this.lifecycle;
	}

	Collection<Experiment> experiments() {
		return this.experiments.values();
	}

	/** Assumed: names that differ in case only are one name, as their ARNs are one. */
	@Nullable Experiment experiment(String name) {
		return this.experiments.get(key(name));
	}

	Experiment requireExperiment(String name) {
		Experiment experiment = experiment(name);
		if (experiment == null) {
			throw AwsException
				.notFound("Could not find inference experiment \"%s\".".formatted(this.arns.experiment(name)));
		}
		return experiment;
	}

	void add(Experiment experiment, Map<String, String> itsTags) {
		this.experiments.put(key(experiment.name()), experiment);
		this.tags.put(experiment.arn(), new TreeMap<>(itsTags));
	}

	/** Assumed: a deleted name is free at once. */
	void remove(Experiment experiment) {
		this.experiments.remove(key(experiment.name()));
		this.tags.remove(experiment.arn());
	}

	/** The tags of anything that has an ARN; what was never tagged has none. */
	NavigableMap<String, String> requireTags(String arn) {
		String key = key(arn);
		if (!this.tags.containsKey(key) && !this.catalog.has(key)) {
			throw AwsException.notFound("Could not find resource \"%s\".".formatted(arn));
		}
		return this.tags.computeIfAbsent(key, (untagged) -> new TreeMap<>());
	}

	Settings settings() {
		return this.settings;
	}

	void settings(Settings newSettings) {
		this.settings = newSettings;
	}

	Duration clockOffset() {
		return this.clockOffset;
	}

	void clockOffset(Duration offset) {
		this.clockOffset = offset;
	}

	private static String key(String name) {
		return name.toLowerCase(Locale.ROOT);
	}

}
