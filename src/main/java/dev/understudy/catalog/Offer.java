package dev.understudy.catalog;

import java.util.Comparator;
import java.util.List;
import java.util.stream.Stream;

import dev.understudy.experiment.Choices.EndpointChoice;

/**
 * What one target has to choose from.
 *
 * @param endpoints endpoints by name
 * @param models names of models in alphabetical order
 */
record Offer(List<EndpointChoice> endpoints, List<String> models) {

	/** What is offered where SageMaker cannot be asked: the form takes free text then. */
	static final Offer NOTHING = new Offer(List.of(), List.of());

	Offer(List<EndpointChoice> looked, List<EndpointChoice> named, List<String> models) {
		this(Stream.concat(looked.stream(), named.stream()).sorted(Comparator.comparing(EndpointChoice::name)).toList(),
				models.stream().sorted().toList());
	}

}
