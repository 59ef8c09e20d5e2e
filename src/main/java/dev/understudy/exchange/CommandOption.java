package dev.understudy.exchange;

import java.math.BigDecimal;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;

import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.JsonNodeFactory;

import dev.understudy.exchange.Piece.Mapping;
import dev.understudy.exchange.Piece.Member;
import dev.understudy.exchange.Piece.Scalar;
import dev.understudy.exchange.Piece.Sequence;
import dev.understudy.exchange.UnreadableImport.Fault;

/**
 * An option of <code>aws sagemaker create-inference-experiment</code> that gives a member
 * of the definition (AWS CLI: create-inference-experiment).
 *
 * @param member the member's name
 * @param kind what its values are
 */
record CommandOption(String member, Kind kind) {

	private static final Map<String, CommandOption> ALL = Map.ofEntries(
			Map.entry("--name", new CommandOption("Name", Kind.TEXT)),
			Map.entry("--type", new CommandOption("Type", Kind.TEXT)),
			Map.entry("--schedule", new CommandOption("Schedule", Kind.OBJECT)),
			Map.entry("--description", new CommandOption("Description", Kind.TEXT)),
			Map.entry("--role-arn", new CommandOption("RoleArn", Kind.TEXT)),
			Map.entry("--endpoint-name", new CommandOption("EndpointName", Kind.TEXT)),
			Map.entry("--model-variants", new CommandOption("ModelVariants", Kind.OBJECTS)),
			Map.entry("--data-storage-config", new CommandOption("DataStorageConfig", Kind.OBJECT)),
			Map.entry("--shadow-mode-config", new CommandOption("ShadowModeConfig", Kind.OBJECT)),
			Map.entry("--kms-key", new CommandOption("KmsKey", Kind.TEXT)),
			Map.entry("--tags", new CommandOption("Tags", Kind.OBJECTS)));

	/** Shorthand has nothing but text where these are numbers, or may be. */
	private static final Set<String> NUMBERS = Set.of("InstanceCount", "SamplingPercentage", "StartTime", "EndTime");

	private static final Pattern NUMBER = Pattern.compile("-?(0|[1-9][0-9]{0,17})(\\.[0-9]{1,9})?");

	/** Shorthand leaves the brackets out around a single item of these. */
	private static final Set<String> LISTS = Set.of("ShadowModelVariants", "CsvContentTypes", "JsonContentTypes");

	/**
	 * The option that is spelled so. One that the CLI does not have gives a member that
	 * no definition has.
	 */
	static CommandOption of(String spelled) {
		return ALL.getOrDefault(spelled, new CommandOption(spelled, Kind.UNKNOWN));
	}

	/**
	 * Reads the option's values.
	 * @param option the option itself
	 * @param values the words that follow it
	 * @param notes what is to be said about them
	 * @return what they mean; null in JSON where there is none
	 */
	Piece read(ShellWord option, List<ShellWord> values, Notes notes) {
		for (ShellWord value : values) {
			demandNoFile(value, notes);
		}
		return switch (this.kind) {
			case OBJECTS -> objects(option, values, notes);
			case UNKNOWN -> new Sequence(option.at(), values.stream().<Piece>map(CommandOption::text).toList());
			case TEXT -> values.isEmpty() ? nothing(option) : text(values.getFirst());
			case OBJECT -> values.isEmpty() ? nothing(option) : object(values.getFirst(), notes);
		};
	}

	static void demandNoFile(ShellWord value, Notes notes) {
		if (value.value().startsWith("file://") || value.value().startsWith("fileb://")) {
			throw notes.unreadable(Fault.FILE, value.at(), Excerpt.of(value.value()));
		}
	}

	private static Piece objects(ShellWord option, List<ShellWord> values, Notes notes) {
		if (values.size() == 1 && values.getFirst().value().stripLeading().startsWith("[")) {
			return values.getFirst().read(Notation.JSON, notes);
		}
		int at = values.isEmpty() ? option.at() : values.getFirst().at();
		return new Sequence(at, values.stream().map((value) -> object(value, notes)).toList());
	}

	private static Piece object(ShellWord value, Notes notes) {
		String start = value.value().stripLeading();
		boolean json = start.startsWith("{") || start.startsWith("[");
		return json ? value.read(Notation.JSON, notes) : typed(Shorthand.read(value, notes));
	}

	private static Piece typed(Piece piece) {
		return switch (piece) {
			case Mapping mapping ->
				new Mapping(mapping.at(), mapping.members().stream().map(CommandOption::typed).toList());
			case Sequence list -> new Sequence(list.at(), list.items().stream().map(CommandOption::typed).toList());
			case Scalar scalar -> scalar;
		};
	}

	private static Member typed(Member member) {
		Piece value = typed(member.value());
		if (value instanceof Scalar(int at, JsonNode text) && NUMBERS.contains(member.name())
				&& NUMBER.matcher(text.stringValue()).matches()) {
			value = new Scalar(at, JsonNodeFactory.instance.numberNode(new BigDecimal(text.stringValue())));
		}
		if (!(value instanceof Sequence) && LISTS.contains(member.name())) {
			value = new Sequence(value.at(), List.of(value));
		}
		return new Member(member.name(), member.at(), value);
	}

	private static Scalar text(ShellWord word) {
		return new Scalar(word.at(), JsonNodeFactory.instance.stringNode(word.value()));
	}

	private static Scalar nothing(ShellWord option) {
		return new Scalar(option.at(), JsonNodeFactory.instance.nullNode());
	}

	/** What the values of an option are. */
	enum Kind {

		/** One word as it stands. */
		TEXT,
		/** One word in JSON or shorthand. */
		OBJECT,
		/**
		 * Any number of words in shorthand, or of objects in JSON, or one list in JSON.
		 */
		OBJECTS,
		/** Whatever follows: the CLI has no such option. */
		UNKNOWN;

		/** How many words the option takes at most. */
		int words() {
			return (this == TEXT || this == OBJECT) ? 1 : Integer.MAX_VALUE;
		}

	}

}
