package dev.understudy.exchange;

import java.util.List;
import java.util.Optional;

import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;

/**
 * A value as it was read, with where it stands in the text. What is taken out of a larger
 * value or moved keeps its place.
 */
sealed interface Piece {

	/** Where it begins, as {@link Lines} counts. */
	int at();

	JsonNode json();

	/**
	 * An object.
	 */
	record Mapping(int at, List<Member> members) implements Piece {

		public Mapping {
			members = List.copyOf(members);
		}

		@Override
		public ObjectNode json() {
			ObjectNode object = JsonNodeFactory.instance.objectNode();
			this.members.forEach((member) -> object.set(member.name(), member.value().json()));
			return object;
		}

		Optional<Member> member(String name) {
			return this.members.stream().filter((member) -> member.name().equals(name)).findFirst();
		}

		Optional<Mapping> mapping(String name) {
			return member(name).map(Member::value).filter(Mapping.class::isInstance).map(Mapping.class::cast);
		}

		boolean says(String name, String text) {
			return member(name).filter((member) -> member.value().isText(text)).isPresent();
		}

	}

	/**
	 * A member of an object.
	 */
	record Member(String name, int at, Piece value) {

	}

	/**
	 * A list.
	 */
	record Sequence(int at, List<Piece> items) implements Piece {

		public Sequence {
			items = List.copyOf(items);
		}

		@Override
		public JsonNode json() {
			ArrayNode list = JsonNodeFactory.instance.arrayNode();
			this.items.forEach((item) -> list.add(item.json()));
			return list;
		}

		Optional<Member> item(int index) {
			return (index >= 0 && index < this.items.size()) ? Optional.of(this.items.get(index))
				.map((item) -> new Member(String.valueOf(index), item.at(), item)) : Optional.empty();
		}

	}

	/**
	 * Text, a number, true, false or null.
	 */
	record Scalar(int at, JsonNode json) implements Piece {

	}

	default boolean isText(String text) {
		return json().isString() && json().stringValue().equals(text);
	}

}
