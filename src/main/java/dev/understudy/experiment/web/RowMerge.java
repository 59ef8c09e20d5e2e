package dev.understudy.experiment.web;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.function.UnaryOperator;

import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.MissingNode;

/**
 * Writes the rows of a form into the list they came from: the kept ones in their old
 * order, then the new ones.
 */
final class RowMerge {

	private final JsonNode stored;

	private final List<Row> rows = new ArrayList<>();

	RowMerge(JsonNode stored) {
		this.stored = stored;
	}

	/**
	 * Adds a row.
	 * @param origin its place in the list as it was sent; not to be trusted
	 * @param blank whether nothing is typed in it
	 * @param writing makes its value from the stored one
	 */
	void add(@Nullable String origin, boolean blank, UnaryOperator<JsonNode> writing) {
		int from = origin(origin);
		JsonNode old = (from >= 0) ? this.stored.path(from).deepCopy() : MissingNode.getInstance();
		JsonNode value = writing.apply(old);
		boolean empty = blank && value.isObject() && value.isEmpty() && !value.equals(old);
		this.rows.add(new Row(this.rows.size(), from, empty ? MissingNode.getInstance() : value));
	}

	/**
	 * Puts the list into the document.
	 * @return for each row its place in the new list, -1 for one that is not there
	 */
	List<Integer> into(Document document, String pointer) {
		ArrayNode list = JsonNodeFactory.instance.arrayNode();
		Integer[] places = new Integer[this.rows.size()];
		this.rows.stream().sorted(Row.ORDER).forEach((row) -> {
			places[row.row()] = row.value().isMissingNode() ? -1 : list.size();
			if (!row.value().isMissingNode()) {
				list.add(row.value());
			}
		});
		boolean untouched = list.isEmpty() && !(this.stored.isArray() && !this.stored.isEmpty());
		if (!untouched) {
			document.put(pointer, list.isEmpty() ? null : list);
		}
		return List.of(places);
	}

	private int origin(@Nullable String text) {
		if (text == null || !text.matches("[0-9]{1,6}") || !this.stored.isArray()) {
			return -1;
		}
		int origin = Integer.parseInt(text);
		boolean taken = this.rows.stream().anyMatch((row) -> row.from() == origin);
		return (origin < this.stored.size() && !taken) ? origin : -1;
	}

	private record Row(int row, int from, JsonNode value) {

		static final Comparator<Row> ORDER = Comparator
			.comparingInt((Row row) -> (row.from() >= 0) ? row.from() : Integer.MAX_VALUE)
			.thenComparingInt(Row::row);

	}

}
