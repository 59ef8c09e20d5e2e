package dev.understudy.exchange;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

import dev.understudy.exchange.Notice.Kind;
import dev.understudy.exchange.Piece.Mapping;
import dev.understudy.exchange.Piece.Member;
import dev.understudy.exchange.UnreadableImport.Fault;

/**
 * Reads the command line of the AWS CLI that creates an inference experiment, and
 * remembers where everything stands. As in the CLI, an option goes before the same member
 * of the document that it is given beside.
 */
final class CommandPieces {

	private static final List<String> COMMAND = List.of("sagemaker", "create-inference-experiment");

	private static final Map<String, Notation> DOCUMENTS = Map.of("--cli-input-json", Notation.JSON, "--cli-input-yaml",
			Notation.YAML);

	/** Options of every command that have a value (AWS CLI: global options). */
	private static final Set<String> GLOBAL = Set.of("--region", "--profile", "--output", "--query", "--endpoint-url",
			"--color", "--ca-bundle", "--cli-read-timeout", "--cli-connect-timeout", "--cli-binary-format",
			"--cli-error-format");

	private static final Set<String> GLOBAL_SWITCHES = Set.of("--debug", "--no-verify-ssl", "--no-paginate",
			"--no-sign-request", "--no-cli-pager", "--cli-auto-prompt", "--no-cli-auto-prompt",
			"--generate-cli-skeleton", "--version", "--v2-debug");

	private final Notes notes;

	private final Deque<ShellWord> words;

	private final Map<String, Member> given = new LinkedHashMap<>();

	private final Map<String, Member> documents = new LinkedHashMap<>();

	private int place;

	private int steps;

	private CommandPieces(String text, Notes notes) {
		this.notes = notes;
		this.words = new ArrayDeque<>(ShellWords.of(text, notes));
	}

	static Mapping read(String text, Notes notes) {
		return new CommandPieces(text, notes).definition();
	}

	private Mapping definition() {
		program();
		while (!this.words.isEmpty()) {
			ShellWord word = this.words.removeFirst();
			if (word.isOption()) {
				option(word);
			}
			else {
				step(word);
			}
		}
		if (this.steps < COMMAND.size()) {
			throw this.notes.unreadable(Fault.COMMAND, this.place);
		}
		return new Mapping(this.place, merged());
	}

	/** A prompt and variables may stand before the program, as they are pasted. */
	private void program() {
		while (!this.words.isEmpty()) {
			ShellWord word = this.words.removeFirst();
			this.place = word.at();
			String value = word.value();
			if (value.matches("[A-Za-z_][A-Za-z0-9_]*=(?s:.*)")) {
				this.notes.add(Kind.OPTION, word.at(), value.substring(0, value.indexOf('=')));
			}
			else if (!value.equals("$")) {
				demand(value.matches("(?:.*[/\\\\])?aws(?:\\.exe|\\.cmd)?"), word);
				return;
			}
		}
	}

	private void step(ShellWord word) {
		if (this.steps == COMMAND.size()) {
			throw this.notes.unreadable(Fault.STRAY, word.at(), Excerpt.of(word.value()));
		}
		this.place = word.at();
		demand(word.value().equals(COMMAND.get(this.steps++)), word);
	}

	private void option(ShellWord word) {
		int equals = word.value().indexOf('=');
		String spelled = (equals < 0) ? word.value() : word.value().substring(0, equals);
		List<ShellWord> values = new ArrayList<>();
		if (equals >= 0) {
			values.add(word.from(equals + 1));
		}
		if (GLOBAL_SWITCHES.contains(spelled) || GLOBAL.contains(spelled)) {
			take(values, GLOBAL.contains(spelled) ? 1 : 0);
			this.notes.add(Kind.OPTION, word.at(), spelled);
			return;
		}
		Notation notation = DOCUMENTS.get(spelled);
		CommandOption option = CommandOption.of(spelled);
		take(values, (notation != null) ? 1 : option.kind().words());
		if (notation != null) {
			document(word, notation, values);
		}
		else {
			Member member = new Member(option.member(), word.at(), option.read(word, values, this.notes));
			keep(this.given, member, spelled);
		}
	}

	/** Before the command is complete, an option has no values but its own. */
	private void take(List<ShellWord> values, int most) {
		while (values.size() < most && !this.words.isEmpty() && !this.words.getFirst().isOption()
				&& (most == 1 || this.steps == COMMAND.size())) {
			values.add(this.words.removeFirst());
		}
	}

	private void document(ShellWord option, Notation notation, List<ShellWord> values) {
		ShellWord text = values.isEmpty() ? option.from(option.value().length()) : values.getFirst();
		CommandOption.demandNoFile(text, this.notes);
		if (text.value().isBlank()) {
			throw this.notes.unreadable(Fault.EMPTY, option.at());
		}
		if (!(text.read(notation, this.notes) instanceof Mapping mapping)) {
			throw this.notes.unreadable(Fault.NO_OBJECT, text.at());
		}
		mapping.members().forEach((member) -> keep(this.documents, member, member.name()));
	}

	private List<Member> merged() {
		Map<String, Member> merged = new LinkedHashMap<>(this.documents);
		this.given.forEach((name, member) -> {
			Member before = merged.put(name, member);
			if (before != null) {
				this.notes.add(Kind.OVERRIDDEN, before.at(), Excerpt.of(name));
			}
		});
		return List.copyOf(merged.values());
	}

	private void keep(Map<String, Member> members, Member member, String spelled) {
		if (members.putIfAbsent(member.name(), member) != null) {
			throw this.notes.unreadable(Fault.DUPLICATE, member.at(), Excerpt.of(spelled));
		}
	}

	private void demand(boolean rightly, ShellWord word) {
		if (!rightly) {
			throw this.notes.unreadable(Fault.COMMAND, word.at());
		}
	}

}
