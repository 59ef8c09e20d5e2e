package dev.understudy.experiment.web;

import java.math.BigDecimal;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;

import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.JsonNodeFactory;

import dev.understudy.definition.Draft;

/**
 * How a value of a definition is written in a field of a form, and how the field is read
 * again. Every value can be shown, also one of a wrong type, and every text can be read:
 * what does not look like the kind stays text, for the rules to judge.
 */
enum Kind {

	/** Text on one line. */
	TEXT {
		@Override
		JsonNode read(String typed, ZoneId zone) {
			return NODES.stringNode(typed);
		}
	},

	/** A number. */
	NUMBER {
		@Override
		JsonNode read(String typed, ZoneId zone) {
			return number(typed);
		}
	},

	/** A date and time of day in the zone of the form. */
	TIME {
		@Override
		String show(Draft draft, String pointer, ZoneId zone) {
			return draft.time(pointer)
				.map((time) -> TypedTime.of(time, zone).text())
				.orElseGet(() -> super.show(draft, pointer, zone));
		}

		@Override
		JsonNode read(String typed, ZoneId zone) {
			TypedTime time = TypedTime.of(typed);
			return (time != null) ? NODES.stringNode(time.in(zone).toString()) : number(typed);
		}

		@Override
		boolean isSame(String typed, String shown) {
			TypedTime time = TypedTime.of(typed);
			return super.isSame(typed, shown) || (time != null && time.equals(TypedTime.of(shown)));
		}
	},

	/** Texts with commas between them. */
	LIST {
		@Override
		String show(Draft draft, String pointer, ZoneId zone) {
			JsonNode value = draft.at(pointer);
			if (!value.isArray()) {
				return super.show(draft, pointer, zone);
			}
			List<String> items = new ArrayList<>();
			value.forEach((item) -> items.add(text(item)));
			return String.join(", ", items);
		}

		@Override
		JsonNode read(String typed, ZoneId zone) {
			ArrayNode items = NODES.arrayNode();
			COMMAS.splitAsStream(typed).filter((item) -> !item.isBlank()).forEach(items::add);
			return items;
		}
	};

	private static final JsonNodeFactory NODES = JsonNodeFactory.instance;

	private static final Pattern COMMAS = Pattern.compile("[,\\s]+");

	private static final Pattern DECIMAL = Pattern.compile("-?(0|[1-9][0-9]{0,30})([.][0-9]{1,30})?");

	/**
	 * What stands in the field.
	 * @param draft the draft
	 * @param pointer where the value is
	 * @param zone the zone of the form
	 * @return the text, empty where there is no value
	 */
	String show(Draft draft, String pointer, ZoneId zone) {
		return text(draft.at(pointer));
	}

	/**
	 * What the text in the field means.
	 * @param typed the text, not blank
	 * @param zone the zone of the form
	 * @return the value
	 */
	abstract JsonNode read(String typed, ZoneId zone);

	/**
	 * Whether a text in a field is what was shown there, also where a browser spells it
	 * another way: times lose a zero at their end.
	 */
	boolean isSame(String typed, String shown) {
		return typed.equals(shown);
	}

	/**
	 * What a text in a field means, blank or not.
	 */
	@Nullable JsonNode readOrNull(String typed, ZoneId zone) {
		return typed.isBlank() ? null : read(typed.strip(), zone);
	}

	/** Browsers take line breaks out of a field, so they are not shown to begin with. */
	static String text(JsonNode value) {
		String text = value.isMissingNode() ? "" : value.isString() ? value.stringValue() : value.toString();
		return text.replace("\r", "").replace("\n", "");
	}

	private static JsonNode number(String typed) {
		return DECIMAL.matcher(typed).matches() ? NODES.numberNode(new BigDecimal(typed)) : NODES.stringNode(typed);
	}

}
