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

	/** The value itself. */
	JsonNode json();

	/** The same, when what stood there begins where the index says. */
	Piece moved(int[] starts);

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

		@Override
		public Mapping moved(int[] starts) {
			return new Mapping(starts[this.at], this.members.stream().map((member) -> member.moved(starts)).toList());
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

		private Member moved(int[] starts) {
			return new Member(this.name, starts[this.at], this.value.moved(starts));
		}

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

		@Override
		public Sequence moved(int[] starts) {
			return new Sequence(starts[this.at], this.items.stream().map((item) -> item.moved(starts)).toList());
		}

		Optional<Member> item(int index) {
			if (index < 0 || index >= this.items.size()) {
				return Optional.empty();
			}
			Piece item = this.items.get(index);
			return Optional.of(new Member(String.valueOf(index), item.at(), item));
		}

	}

	/**
	 * Text, a number, true, false or null.
	 */
	record Scalar(int at, JsonNode json) implements Piece {

		@Override
		public Scalar moved(int[] starts) {
			return new Scalar(starts[this.at], this.json);
		}

	}

	/** Whether it is exactly this text. */
	default boolean isText(String text) {
		return json().isString() && json().stringValue().equals(text);
	}

}
