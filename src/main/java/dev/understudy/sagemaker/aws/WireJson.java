package dev.understudy.sagemaker.aws;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.StreamSupport;

import org.jspecify.annotations.Nullable;
import software.amazon.awssdk.core.SdkField;
import software.amazon.awssdk.core.SdkPojo;
import software.amazon.awssdk.core.traits.ListTrait;
import software.amazon.awssdk.core.traits.MapTrait;
import software.amazon.awssdk.utils.builder.Buildable;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;

/**
 * Turns JSON with AWS's own member names into the SDK's requests, and its answers into
 * JSON. Works from the SDK's own description of its members, so none can be forgotten;
 * enumerations stay raw text.
 */
final class WireJson {

	private static final JsonNodeFactory NODES = JsonNodeFactory.instance;

	private WireJson() {
	}

	/**
	 * Sets every member of a builder that the JSON object has.
	 */
	static <B extends SdkPojo> B fill(B builder, JsonNode json) {
		for (SdkField<?> field : builder.sdkFields()) {
			JsonNode value = json.path(field.locationName());
			if (!value.isMissingNode()) {
				field.set(builder, toSdk(field, value));
			}
		}
		return builder;
	}

	private static Object toSdk(SdkField<?> field, JsonNode value) {
		return switch (field.marshallingType().getKnownType()) {
			case STRING -> value.stringValue();
			case INTEGER -> value.intValue();
			case INSTANT -> Instant.parse(value.stringValue());
			case LIST -> StreamSupport.stream(value.spliterator(), false).map((it) -> toSdk(item(field), it)).toList();
			case MAP -> value.properties()
				.stream()
				.collect(Collectors.toMap(Map.Entry::getKey, (it) -> toSdk(itemOfMap(field), it.getValue())));
			case SDK_POJO -> ((Buildable) fill(field.constructor().get(), value)).build();
			default -> throw new IllegalArgumentException("Not a member of a definition: " + field.memberName());
		};
	}

	/**
	 * Writes the members that have a value, times as ISO 8601 in UTC.
	 */
	static ObjectNode write(SdkPojo pojo) {
		ObjectNode json = NODES.objectNode();
		for (SdkField<?> field : pojo.sdkFields()) {
			JsonNode value = toJson(field.getValueOrDefault(pojo));
			if (value != null) {
				json.set(field.locationName(), value);
			}
		}
		return json;
	}

	private static @Nullable JsonNode toJson(@Nullable Object value) {
		return switch (value) {
			case null -> null;
			case List<?> list when list.isEmpty() -> null;
			case Map<?, ?> map when map.isEmpty() -> null;
			case List<?> list -> array(list);
			case SdkPojo pojo -> write(pojo);
			case Integer number -> NODES.numberNode(number);
			case Boolean flag -> NODES.booleanNode(flag);
			default -> NODES.stringNode(value.toString());
		};
	}

	private static ArrayNode array(List<?> list) {
		ArrayNode array = NODES.arrayNode();
		for (Object item : list) {
			array.add(toJson(item));
		}
		return array;
	}

	private static SdkField<?> itemOfMap(SdkField<?> map) {
		return map.getRequiredTrait(MapTrait.class).valueFieldInfo();
	}

	private static SdkField<?> item(SdkField<?> list) {
		return list.getRequiredTrait(ListTrait.class).memberFieldInfo();
	}

}
