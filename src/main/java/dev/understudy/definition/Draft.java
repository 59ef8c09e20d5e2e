package dev.understudy.definition;

import java.time.Instant;
import java.util.Optional;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonValue;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/**
 * What somebody has written of a definition so far: any JSON object that can be stored.
 * Members may be missing, wrong or unknown; they are kept as they are, to be judged. A
 * null member counts as missing and is left out.
 * <p>
 * Immutable: the document is copied on its way in and out. What {@link #at} returns is
 * for reading only.
 *
 * @param document the JSON tree, with AWS's own member names
 */
public record Draft(ObjectNode document) {

	static final String SHADOW = "/ShadowModeConfig/ShadowModelVariants/0";

	private static final Draft EMPTY = new Draft(Json.NODES.objectNode());

	/**
	 * Copies the document.
	 * @throws UnstorableText if it holds what cannot be stored
	 * @throws DocumentTooLarge if it is larger than {@link DocumentTooLarge#LIMIT}
	 * @throws MalformedDocument if it is nested too deep
	 */
	public Draft {
		document = Intake.accept(document);
	}

	/**
	 * Reads strict JSON.
	 * @throws MalformedDocument if it is none, with line and column
	 * @throws UnstorableText if it holds what cannot be stored
	 * @throws DocumentTooLarge if it is larger than {@link DocumentTooLarge#LIMIT}
	 */
	public static Draft parse(String json) {
		Intake.limit(json);
		return new Draft(Json.readObject(json));
	}

	/**
	 * Takes a JSON object that was read already.
	 * @throws MalformedDocument if it is not an object or nested too deep
	 * @throws UnstorableText if it holds what cannot be stored
	 * @throws DocumentTooLarge if it is larger than {@link DocumentTooLarge#LIMIT}
	 */
	@JsonCreator(mode = JsonCreator.Mode.DELEGATING)
	public static Draft of(JsonNode document) {
		return new Draft(Json.object(document, 0, 0));
	}

	/**
	 * A draft without any member.
	 */
	public static Draft empty() {
		return EMPTY;
	}

	/**
	 * A copy of the JSON tree.
	 */
	@Override
	@JsonValue
	public ObjectNode document() {
		return this.document.deepCopy();
	}

	/**
	 * The document on one line.
	 */
	public String json() {
		return Json.compact(this.document);
	}

	/**
	 * The document indented, for people.
	 */
	public String pretty() {
		return Json.pretty(this.document);
	}

	/**
	 * The value at an RFC 6901 pointer, or a missing node.
	 * @throws IllegalArgumentException if that is not a pointer
	 */
	public JsonNode at(String pointer) {
		return this.document.at(Pointers.parse(pointer));
	}

	/**
	 * The text at a pointer; nothing if there is none, or something else.
	 */
	public Optional<String> text(String pointer) {
		JsonNode value = at(pointer);
		return value.isString() ? Optional.of(value.stringValue()) : Optional.empty();
	}

	/**
	 * The whole number at a pointer; nothing if there is none, or something else.
	 */
	public Optional<Integer> number(String pointer) {
		JsonNode value = at(pointer);
		return value.isInt() ? Optional.of(value.intValue()) : Optional.empty();
	}

	/**
	 * The moment at a pointer, from ISO 8601 or epoch seconds; nothing if there is none.
	 */
	public Optional<Instant> time(String pointer) {
		return Times.read(at(pointer));
	}

	/**
	 * This draft with another value at a pointer. Missing parents are made, and a parent
	 * of a wrong type makes way; an index one past the end appends.
	 * @param pointer where, not empty
	 * @param value the new value; {@code null} removes the old one
	 * @throws IllegalArgumentException if that is not a pointer, or an index lies past
	 * the end
	 */
	public Draft with(String pointer, @Nullable JsonNode value) {
		return new Draft(Edit.apply(document(), Pointers.parse(pointer), value));
	}

	/**
	 * The name of the experiment, whether legal or not.
	 */
	public Optional<String> name() {
		return text("/Name");
	}

	/**
	 * The endpoint whose traffic is copied.
	 */
	public Optional<String> endpointName() {
		return text("/EndpointName");
	}

	/**
	 * The execution role.
	 */
	public Optional<String> roleArn() {
		return text("/RoleArn");
	}

	/**
	 * The name of the variant that answers the callers.
	 */
	public Optional<String> productionVariant() {
		return text("/ShadowModeConfig/SourceModelVariantName");
	}

	/**
	 * The name of the variant that gets the copies.
	 */
	public Optional<String> shadowVariant() {
		return text(SHADOW + "/ShadowModelVariantName");
	}

	/**
	 * Percent of requests copied to the shadow.
	 */
	public Optional<Integer> samplingPercentage() {
		return number(SHADOW + "/SamplingPercentage");
	}

	/**
	 * When the test is to begin.
	 */
	public Optional<Instant> startTime() {
		return time("/Schedule/StartTime");
	}

	/**
	 * When the test is to end.
	 */
	public Optional<Instant> endTime() {
		return time("/Schedule/EndTime");
	}

}
