package dev.understudy.exchange;

import java.util.List;
import java.util.Map;
import java.util.UUID;

import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Service;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;

import dev.understudy.actor.Actor;
import dev.understudy.definition.Draft;
import dev.understudy.experiment.ExperimentView;
import dev.understudy.experiment.Experiments;
import dev.understudy.experiment.NewDraft;
import dev.understudy.sagemaker.ShadowTest;
import dev.understudy.sagemaker.ShadowTests;
import dev.understudy.target.Target;
import dev.understudy.target.Targets;

/**
 * Begins experiments with definitions that come from elsewhere: a text, or an experiment
 * that stands in SageMaker.
 */
@Service
public class Imports {

	private static final String COPY = "-copy";

	private static final int LONGEST_NAME = 120;

	private final Experiments experiments;

	private final ShadowTests shadowTests;

	private final Targets targets;

	Imports(Experiments experiments, ShadowTests shadowTests, Targets targets) {
		this.experiments = experiments;
		this.shadowTests = shadowTests;
		this.targets = targets;
	}

	/**
	 * Checks what was read, without keeping it.
	 * @param text what was read
	 * @param target name of the target it is for; null for the standard one
	 * @return what is wrong or risky, in document order
	 * @throws dev.understudy.target.UnknownTargetException if there is no such target
	 */
	public List<LocatedFinding> check(ImportedText text, @Nullable String target) {
		return this.experiments.check(text.definition(), target).stream().map(text::locate).toList();
	}

	/**
	 * Begins an experiment with what was read, whatever is wrong about it.
	 * @param text what was read
	 * @param target name of the target it is for; null for the standard one
	 * @param by who imports it
	 * @return the experiment
	 * @throws dev.understudy.target.UnknownTargetException if there is no such target
	 */
	public Imported draft(ImportedText text, @Nullable String target, Actor by) {
		ExperimentView view = this.experiments.draft(new NewDraft(target, text.definition()), by);
		return new Imported(view, view.findings().stream().map(text::locate).toList(), text.notices());
	}

	/**
	 * Begins an experiment with a copy of one that stands in SageMaker, whoever made it.
	 * The copy has another name and no schedule; nothing changes in AWS.
	 * @param targetName name of the target it stands in; null for the standard one
	 * @param name its name
	 * @param by who copies it
	 * @return the new experiment
	 * @throws dev.understudy.target.UnknownTargetException if there is no such target
	 * @throws dev.understudy.sagemaker.SageMakerRefusal if it is not there or could not
	 * be read
	 */
	public UUID copy(@Nullable String targetName, String name, Actor by) {
		Target target = (targetName != null) ? this.targets.get(targetName) : this.targets.standard();
		ShadowTest seen = this.shadowTests.describe(target, name).value();
		ObjectNode definition = seen.definition();
		definition.put("Name", nameOfCopy(seen.name()));
		definition.remove("Schedule");
		ArrayNode tags = tags(this.shadowTests.tags(target, seen.arn()));
		if (!tags.isEmpty()) {
			definition.set("Tags", tags);
		}
		ExperimentView view = this.experiments.draft(new NewDraft(target.name(), Draft.of(definition)), by);
		return view.experiment().getId();
	}

	static String nameOfCopy(String name) {
		int length = Math.min(name.length(), LONGEST_NAME - COPY.length());
		return name.substring(0, length).replaceAll("-+$", "") + COPY;
	}

	private static ArrayNode tags(Map<String, String> tags) {
		ArrayNode list = JsonNodeFactory.instance.arrayNode();
		tags.entrySet()
			.stream()
			.filter((tag) -> !ReservedTags.isReserved(tag.getKey()))
			.sorted(Map.Entry.comparingByKey())
			.forEach((tag) -> list.addObject().put("Key", tag.getKey()).put("Value", tag.getValue()));
		return list;
	}

}
