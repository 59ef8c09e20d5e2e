package dev.understudy.definition;

import java.util.function.Consumer;

import tools.jackson.databind.JsonNode;

import dev.understudy.definition.Shape.Constant;
import dev.understudy.definition.Shape.Items;
import dev.understudy.definition.Shape.Member;
import dev.understudy.definition.Shape.Struct;
import dev.understudy.definition.Shape.Text;
import dev.understudy.definition.Shape.Time;
import dev.understudy.definition.Shape.Whole;

/**
 * One walk over a document along its shape. A value of a wrong type gives one finding and
 * is not looked into.
 */
final class ShapeWalk {

	private final Purpose purpose;

	private final Consumer<Finding> findings;

	ShapeWalk(Purpose purpose, Consumer<Finding> findings) {
		this.purpose = purpose;
		this.findings = findings;
	}

	void start(JsonNode document) {
		struct(document, DefinitionShape.ROOT, "");
	}

	private void value(JsonNode value, Shape shape, String name, String pointer) {
		switch (shape) {
			case Text text when value.isString() -> text(value.stringValue(), text, name, pointer);
			case Constant constant when value.isString() -> constant(value.stringValue(), constant, name, pointer);
			case Whole whole when isWhole(value) -> whole(value, whole, name, pointer);
			case Time _ when value.isString() || value.isNumber() -> time(value, name, pointer);
			case Items items when value.isArray() -> items(value, items, name, pointer);
			case Struct struct when value.isObject() -> struct(value, struct, pointer);
			default -> report(Wording.error(rule(name, "type"), pointer)
				.with("kind", kind(shape))
				.with("given", Given.of(value)));
		}
	}

	private void struct(JsonNode object, Struct struct, String pointer) {
		struct.members().forEach((name, member) -> member(object.path(name), member, name, pointer));
		for (String name : object.propertyNames()) {
			if (!struct.members().containsKey(name)) {
				report(Wording.error(ShapeRule.UNKNOWN_MEMBER, Pointers.member(pointer, name))
					.with("given", Given.of(name))
					.with("allowed", String.join(", ", struct.members().keySet())));
			}
		}
	}

	private void member(JsonNode value, Member member, String name, String parent) {
		String pointer = Pointers.member(parent, name);
		if (!value.isMissingNode()) {
			value(value, member.shape(), name, pointer);
		}
		else if (member.required() && !mayBeMissing(parent)) {
			report(Wording.error(rule(name, "required"), pointer));
		}
	}

	private boolean mayBeMissing(String parent) {
		return switch (this.purpose) {
			case CREATE -> false;
			case UPDATE -> parent.isEmpty();
			case TEMPLATE -> true;
		};
	}

	private void text(String text, Text shape, String name, String pointer) {
		int length = Text.length(text);
		if (length > shape.max()) {
			report(Wording.error(rule(name, "too-long"), pointer)
				.with("max", shape.max())
				.with("length", length)
				.with("given", Given.of(text)));
		}
		else if (length < shape.min()) {
			report(Wording.error(rule(name, "too-short"), pointer)
				.with("min", shape.min())
				.with("given", Given.of(text)));
		}
		else if (!shape.pattern().matcher(text).matches()) {
			report(Wording.error(rule(name, "pattern"), pointer).with("given", Given.of(text)));
		}
	}

	private void constant(String text, Constant shape, String name, String pointer) {
		if (!text.equals(shape.value())) {
			report(Wording.error(rule(name, "not-allowed"), pointer)
				.with("allowed", shape.value())
				.with("given", Given.of(text)));
		}
	}

	private void whole(JsonNode number, Whole shape, String name, String pointer) {
		if (!number.isInt() || number.intValue() < shape.min() || number.intValue() > shape.max()) {
			report(Wording.error(rule(name, "range"), pointer)
				.with("min", shape.min())
				.with("max", shape.max())
				.with("given", Given.of(number)));
		}
	}

	private void time(JsonNode value, String name, String pointer) {
		if (Times.read(value).isEmpty()) {
			report(Wording.error(rule(name, "pattern"), pointer).with("given", Given.of(value)));
		}
	}

	private void items(JsonNode list, Items shape, String name, String pointer) {
		if (list.size() > shape.max()) {
			report(Wording.error(rule(name, "too-many"), pointer).with("max", shape.max()).with("count", list.size()));
		}
		else if (list.size() < shape.min()) {
			report(Wording.error(rule(name, "too-few"), pointer).with("min", shape.min()).with("count", list.size()));
		}
		for (int i = 0; i < Math.min(list.size(), shape.max()); i++) {
			value(list.path(i), shape.item(), name, Pointers.item(pointer, i));
		}
	}

	private void report(Wording wording) {
		this.findings.accept(wording.build());
	}

	private static String rule(String name, String wrong) {
		return Kebab.of(name) + '.' + wrong;
	}

	/** A number beyond a long is kept as a decimal without a fraction. */
	private static boolean isWhole(JsonNode value) {
		return value.isIntegralNumber() || (value.isNumber() && value.decimalValue().scale() <= 0);
	}

	private static String kind(Shape shape) {
		return FindingLanguage.word(switch (shape) {
			case Text _, Constant _ -> "text";
			case Whole _ -> "whole-number";
			case Time _ -> "time";
			case Items _ -> "list";
			case Struct _ -> "object";
		});
	}

}
