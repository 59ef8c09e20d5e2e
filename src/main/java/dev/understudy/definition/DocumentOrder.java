package dev.understudy.definition;

import java.util.Comparator;

import org.jspecify.annotations.Nullable;
import tools.jackson.core.JsonPointer;

import dev.understudy.definition.Shape.Items;
import dev.understudy.definition.Shape.Member;
import dev.understudy.definition.Shape.Struct;

/**
 * Orders findings by where they are in a definition, known members first; then errors
 * before warnings, then by rule.
 */
final class DocumentOrder implements Comparator<Finding> {

	static final Comparator<Finding> INSTANCE = new DocumentOrder().thenComparing(Finding::severity)
		.thenComparing(Finding::rule);

	@Override
	public int compare(Finding left, Finding right) {
		return place(left.pointer()).compareTo(place(right.pointer()));
	}

	/**
	 * A text for a pointer that sorts by place: each step as a number, unknown members
	 * last by name.
	 */
	private static String place(String pointer) {
		StringBuilder place = new StringBuilder();
		Shape shape = DefinitionShape.ROOT;
		for (JsonPointer rest = Pointers.parse(pointer); !rest.matches(); rest = rest.tail()) {
			String step = rest.getMatchingProperty();
			place.append('/').append(step(shape, rest, step));
			shape = inside(shape, step);
		}
		return place.toString();
	}

	private static String step(@Nullable Shape shape, JsonPointer pointer, String name) {
		if (shape instanceof Struct struct && struct.members().containsKey(name)) {
			return "%06d".formatted(struct.members().keySet().stream().takeWhile((it) -> !it.equals(name)).count());
		}
		return (pointer.getMatchingIndex() >= 0) ? "%06d".formatted(pointer.getMatchingIndex()) : "~" + name;
	}

	private static @Nullable Shape inside(@Nullable Shape shape, String name) {
		return switch (shape) {
			case Struct struct -> {
				Member member = struct.members().get(name);
				yield (member != null) ? member.shape() : null;
			}
			case Items items -> items.item();
			case null, default -> null;
		};
	}

}
