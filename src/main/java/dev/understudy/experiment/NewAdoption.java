package dev.understudy.experiment;

import java.util.Locale;
import java.util.Map;

import org.jspecify.annotations.Nullable;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

import dev.understudy.definition.Draft;
import dev.understudy.delivery.Operation;
import dev.understudy.target.Target;

/**
 * An experiment that was made elsewhere, as SageMaker describes it, to be managed here
 * from now on.
 *
 * @param target where it stands
 * @param definition what it is, in the form of a definition document without tags
 * @param tags all of its tags, values by key
 * @param sighting what SageMaker says about it
 */
public record NewAdoption(Target target, ObjectNode definition, Map<String, String> tags, Sighting sighting) {

	public NewAdoption {
		definition = definition.deepCopy();
		tags = Map.copyOf(tags);
	}

	@Override
	public ObjectNode definition() {
		return this.definition.deepCopy();
	}

	/**
	 * The definition as somebody would have written it: with the tags of people, and
	 * without those that AWS and Understudy reserve.
	 */
	Draft draft() {
		ObjectNode document = definition();
		ArrayNode list = document.arrayNode();
		this.tags.entrySet()
			.stream()
			.filter((tag) -> !isReserved(tag.getKey()))
			.sorted(Map.Entry.comparingByKey())
			.forEach((tag) -> list.addObject().put("Key", tag.getKey()).put("Value", tag.getValue()));
		if (!list.isEmpty()) {
			document.set("Tags", list);
		}
		return Draft.of(document);
	}

	/**
	 * What tells it from a later one of its name where SageMaker gives no creation time.
	 */
	@Nullable String ownerTag() {
		return this.tags.get(Operation.OWNER_TAG);
	}

	private static boolean isReserved(String key) {
		return key.toLowerCase(Locale.ROOT).startsWith("aws:") || key.startsWith("understudy:");
	}

}
