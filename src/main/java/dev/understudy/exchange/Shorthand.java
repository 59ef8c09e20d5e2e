package dev.understudy.exchange;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

import tools.jackson.databind.node.JsonNodeFactory;

import dev.understudy.exchange.Piece.Mapping;
import dev.understudy.exchange.Piece.Member;
import dev.understudy.exchange.Piece.Scalar;
import dev.understudy.exchange.Piece.Sequence;
import dev.understudy.exchange.UnreadableImport.Fault;

/**
 * Reads a word in the shorthand syntax of the AWS CLI (AWS CLI user guide: shorthand
 * syntax): pairs such as <code>Key=team,Value=fraud</code>, lists in brackets or by
 * commas alone, objects in braces. Every value is text; what else it should be is for
 * {@link CommandOption} to know.
 */
final class Shorthand {

	private static final Pattern NAME = Pattern.compile("([A-Za-z0-9\\-_.#/:]+)\\s*(@?)\\s*=\\s*");

	private static final String NO_START = "\"',=[]{}";

	/** Where a plain value ends: the first one of a list, and those behind it. */
	private static final String FIRST = "\"',]}";

	private static final String FURTHER = "\"',=";

	private final ShellWord word;

	private final Notes notes;

	private final Matcher matcher;

	private int next;

	private Shorthand(ShellWord word, Notes notes) {
		this.word = word;
		this.notes = notes;
		this.matcher = NAME.matcher(word.value());
	}

	static Mapping read(ShellWord word, Notes notes) {
		return new Shorthand(word, notes).pairs();
	}

	private Mapping pairs() {
		Map<String, Member> members = new LinkedHashMap<>();
		pair(members, 0);
		while (!atEnd()) {
			expect(',');
			pair(members, 0);
		}
		return new Mapping(this.word.at(), List.copyOf(members.values()));
	}

	private void pair(Map<String, Member> members, int depth) {
		int at = here();
		if (!lookingAtName()) {
			throw broken();
		}
		String name = this.matcher.group(1);
		if (!this.matcher.group(2).isEmpty()) {
			throw this.notes.unreadable(Fault.FILE, at, Excerpt.of(name));
		}
		if (members.containsKey(name)) {
			throw this.notes.unreadable(Fault.DUPLICATE, at, Excerpt.of(name));
		}
		this.next = this.matcher.end();
		members.put(name, new Member(name, at, (depth == 0) ? listed() : value(depth)));
	}

	/** A value by itself may be a list whose items only have commas between them. */
	private Piece listed() {
		int at = here();
		if (current() == '[' || current() == '{') {
			return value(1);
		}
		List<Piece> items = new ArrayList<>(List.of(text(FIRST)));
		skipBlanks();
		while (current() == ',' && !nameFollows()) {
			expect(',');
			items.add(text(FURTHER));
			skipBlanks();
		}
		return (items.size() == 1) ? items.getFirst() : new Sequence(at, items);
	}

	private Piece value(int depth) {
		if (depth > JsonPieces.DEEPEST) {
			throw this.notes.unreadable(Fault.TOO_DEEP, here());
		}
		return switch (current()) {
			case '[' -> list(depth);
			case '{' -> object(depth);
			default -> text(FIRST);
		};
	}

	private Sequence list(int depth) {
		int at = here();
		List<Piece> items = new ArrayList<>();
		expect('[');
		while (current() != ']') {
			items.add(value(depth + 1));
			separate(']');
		}
		this.next++;
		return new Sequence(at, items);
	}

	private Mapping object(int depth) {
		int at = here();
		Map<String, Member> members = new LinkedHashMap<>();
		expect('{');
		while (current() != '}') {
			pair(members, depth + 1);
			separate('}');
		}
		this.next++;
		return new Mapping(at, List.copyOf(members.values()));
	}

	private void separate(char end) {
		skipBlanks();
		if (current() != end) {
			expect(',');
		}
	}

	private Scalar text(String ends) {
		int at = here();
		if (current() == '"' || current() == '\'') {
			return scalar(at, quoted(current()));
		}
		if (atEnd() || NO_START.indexOf(current()) >= 0) {
			if (ends.equals(FURTHER)) {
				throw broken();
			}
			return scalar(at, "");
		}
		return scalar(at, plain(ends));
	}

	private String plain(String ends) {
		StringBuilder text = new StringBuilder();
		while (!atEnd() && ends.indexOf(current()) < 0) {
			this.next += this.word.value().startsWith("\\,", this.next) ? 1 : 0;
			text.append(current());
			this.next++;
		}
		return text.toString().stripTrailing();
	}

	private String quoted(char quote) {
		StringBuilder text = new StringBuilder();
		int opened = this.next++;
		while (current() != quote) {
			if (atEnd()) {
				throw this.notes.unreadable(Fault.QUOTE, this.word.at(opened), String.valueOf(quote));
			}
			boolean escapes = current() == '\\' && this.next + 1 < this.word.value().length()
					&& (following() == quote || following() == '\\');
			this.next += escapes ? 1 : 0;
			text.append(current());
			this.next++;
		}
		this.next++;
		return text.toString();
	}

	private boolean nameFollows() {
		int comma = this.next;
		expect(',');
		boolean follows = lookingAtName();
		this.next = comma;
		return follows;
	}

	private boolean lookingAtName() {
		return this.matcher.find(this.next) && this.matcher.start() == this.next;
	}

	private void expect(char expected) {
		skipBlanks();
		if (current() != expected) {
			throw broken();
		}
		this.next++;
		skipBlanks();
	}

	private void skipBlanks() {
		while (Character.isWhitespace(current())) {
			this.next++;
		}
	}

	/** The character that comes next, or NUL at the end, which no shell hands over. */
	private char current() {
		return atEnd() ? '\0' : this.word.value().charAt(this.next);
	}

	private char following() {
		return this.word.value().charAt(this.next + 1);
	}

	private boolean atEnd() {
		return this.next >= this.word.value().length();
	}

	private int here() {
		return this.word.at(this.next);
	}

	private UnreadableImport broken() {
		return this.notes.unreadable(Fault.SHORTHAND, here());
	}

	private static Scalar scalar(int at, String text) {
		return new Scalar(at, JsonNodeFactory.instance.stringNode(text));
	}

}
