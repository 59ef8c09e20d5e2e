package dev.understudy.exchange;

import java.util.List;

import dev.understudy.exchange.Notice.Kind;
import dev.understudy.exchange.Piece.Mapping;
import dev.understudy.exchange.Piece.Member;
import dev.understudy.exchange.UnreadableImport.Fault;

/**
 * Finds the definition within what it came in: a CloudFormation template, one resource of
 * it, or a body of our own API.
 */
final class Unwrapping {

	static final String RESOURCE_TYPE = "AWS::SageMaker::InferenceExperiment";

	private final Notes notes;

	Unwrapping(Notes notes) {
		this.notes = notes;
	}

	Mapping definition(Mapping root) {
		if (root.mapping("Resources").isPresent()) {
			return template(root.mapping("Resources").orElseThrow());
		}
		if (isExperiment(root)) {
			return properties(root);
		}
		if (root.member("Name").isEmpty() && root.mapping("definition").isPresent()) {
			Mapping definition = root.mapping("definition").orElseThrow();
			this.notes.add(Kind.ENVELOPE, definition.at());
			return definition;
		}
		return root;
	}

	private Mapping template(Mapping resources) {
		List<Member> experiments = resources.members()
			.stream()
			.filter((resource) -> resource.value() instanceof Mapping mapping && isExperiment(mapping))
			.toList();
		if (experiments.isEmpty()) {
			throw this.notes.unreadable(Fault.NO_EXPERIMENT, resources.at());
		}
		Member first = experiments.getFirst();
		if (experiments.size() > 1) {
			List<String> names = experiments.stream().map(Member::name).toList();
			throw this.notes.unreadable(Fault.SEVERAL_EXPERIMENTS, experiments.get(1).at(), String.join(", ", names));
		}
		this.notes.add(Kind.CLOUDFORMATION, first.at(), first.name());
		return properties((Mapping) first.value());
	}

	private static boolean isExperiment(Mapping resource) {
		return resource.says("Type", RESOURCE_TYPE);
	}

	private static Mapping properties(Mapping resource) {
		return resource.mapping("Properties").orElseGet(() -> new Mapping(resource.at(), List.of()));
	}

}
