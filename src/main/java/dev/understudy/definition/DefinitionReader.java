package dev.understudy.definition;

import java.util.List;
import java.util.stream.IntStream;
import java.util.stream.Stream;

import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

import dev.understudy.definition.Definition.DataCapture;
import dev.understudy.definition.Definition.Schedule;
import dev.understudy.definition.Definition.Tag;
import dev.understudy.definition.Definition.Variant;

/**
 * Reads the members of a document that was found to be in order.
 */
record DefinitionReader(Draft draft) {

	private static final String CAPTURE = "/DataStorageConfig";

	String text(String pointer) {
		return this.draft.text(pointer).orElseThrow();
	}

	@Nullable String textOrNull(String pointer) {
		return this.draft.text(pointer).orElse(null);
	}

	int number(String pointer) {
		return this.draft.number(pointer).orElseThrow();
	}

	List<Variant> variants() {
		return items(Variants.LIST).map((variant) -> {
			String infrastructure = variant + "/InfrastructureConfig/RealTimeInferenceConfig";
			return new Variant(text(variant + "/VariantName"), text(variant + "/ModelName"),
					text(infrastructure + "/InstanceType"), number(infrastructure + "/InstanceCount"));
		}).toList();
	}

	@Nullable Schedule schedule() {
		return has("/Schedule") ? new Schedule(this.draft.startTime().orElse(null), this.draft.endTime().orElse(null))
				: null;
	}

	@Nullable DataCapture dataCapture() {
		if (!has(CAPTURE)) {
			return null;
		}
		return new DataCapture(text(CAPTURE + "/Destination"), textOrNull(CAPTURE + "/KmsKey"),
				texts(CAPTURE + "/ContentType/CsvContentTypes"), texts(CAPTURE + "/ContentType/JsonContentTypes"));
	}

	List<Tag> tags() {
		return items("/Tags").map((tag) -> new Tag(text(tag + "/Key"), text(tag + "/Value"))).toList();
	}

	private List<String> texts(String pointer) {
		return items(pointer).map(this::text).toList();
	}

	private Stream<String> items(String pointer) {
		JsonNode list = this.draft.at(pointer);
		return IntStream.range(0, list.size()).mapToObj((index) -> Pointers.item(pointer, index));
	}

	private boolean has(String pointer) {
		return !this.draft.at(pointer).isMissingNode();
	}

}
