package dev.understudy.exchange;

import java.util.ArrayList;
import java.util.List;

import dev.understudy.exchange.UnreadableImport.Fault;

/**
 * Splits a command into words as a POSIX shell does. What only a running shell can know
 * or do, such as variables, further commands and redirections, is refused. A line also
 * goes on behind the marks of PowerShell and of Windows' command prompt.
 */
final class ShellWords {

	private static final String OPERATORS = "|&;<>()";

	/** What the backslash protects within double quotes. */
	private static final String SPECIAL = "$`\"\\";

	private final String text;

	private final Notes notes;

	private final List<ShellWord> words = new ArrayList<>();

	private int next;

	private ShellWords(String text, Notes notes) {
		this.text = text;
		this.notes = notes;
	}

	static List<ShellWord> of(String text, Notes notes) {
		return new ShellWords(text, notes).read();
	}

	private List<ShellWord> read() {
		for (skipBlanks(); !atEnd(); skipBlanks()) {
			if (lineEnd(this.next) == 0) {
				this.words.add(word());
			}
			else if (this.words.isEmpty()) {
				this.next++;
			}
			else {
				demandNothingMore();
			}
		}
		return List.copyOf(this.words);
	}

	private void demandNothingMore() {
		while (!atEnd() && lineEnd(this.next) > 0) {
			this.next += lineEnd(this.next);
			skipBlanks();
		}
		if (!atEnd()) {
			throw this.notes.unreadable(Fault.LINE, this.next);
		}
	}

	private void skipBlanks() {
		while (!atEnd()) {
			int goesOn = continuation();
			if (current() == ' ' || current() == '\t') {
				this.next++;
			}
			else if (goesOn > 0) {
				this.next += goesOn;
			}
			else if (current() == '#') {
				skipRemark();
			}
			else {
				return;
			}
		}
	}

	private void skipRemark() {
		while (!atEnd() && lineEnd(this.next) == 0) {
			this.next++;
		}
	}

	private ShellWord word() {
		GrowingWord word = new GrowingWord();
		while (!atEnd() && current() != ' ' && current() != '\t' && lineEnd(this.next) == 0) {
			int goesOn = continuation();
			if (goesOn > 0) {
				this.next += goesOn;
				continue;
			}
			switch (current()) {
				case '\'' -> singleQuoted(word);
				case '"' -> doubleQuoted(word);
				case '\\' -> {
					this.next++;
					take(word);
				}
				default -> {
					demandPlain();
					take(word);
				}
			}
		}
		return word.endingAt(this.next);
	}

	private void singleQuoted(GrowingWord word) {
		int opened = this.next++;
		while (!closed('\'', opened)) {
			take(word);
		}
		this.next++;
	}

	private void doubleQuoted(GrowingWord word) {
		int opened = this.next++;
		while (!closed('"', opened)) {
			if (current() != '\\') {
				demandNoExpansion(true);
				take(word);
				continue;
			}
			int goesOn = continuation();
			if (goesOn > 0) {
				this.next += goesOn;
				continue;
			}
			if (this.next + 1 < this.text.length() && SPECIAL.indexOf(this.text.charAt(this.next + 1)) >= 0) {
				this.next++;
			}
			take(word);
		}
		this.next++;
	}

	private boolean closed(char quote, int opened) {
		if (atEnd()) {
			throw this.notes.unreadable(Fault.QUOTE, opened, String.valueOf(quote));
		}
		return current() == quote;
	}

	private void demandPlain() {
		if (OPERATORS.indexOf(current()) >= 0) {
			throw this.notes.unreadable(Fault.SHELL, this.next, String.valueOf(current()));
		}
		demandNoExpansion(false);
	}

	private void demandNoExpansion(boolean quoted) {
		char following = (this.next + 1 < this.text.length()) ? this.text.charAt(this.next + 1) : ' ';
		boolean expands = Character.isLetterOrDigit(following) || "_{(@*#?!-$".indexOf(following) >= 0
				|| (!quoted && (following == '\'' || following == '"'));
		if (current() == '`') {
			throw this.notes.unreadable(Fault.SHELL, this.next, "`");
		}
		if (current() == '$' && expands) {
			throw this.notes.unreadable(Fault.SHELL, this.next, "$" + following);
		}
	}

	private void take(GrowingWord word) {
		if (!atEnd()) {
			word.add(current(), this.next++);
		}
	}

	/** How many characters make the line go on here; 0 if it does not. */
	private int continuation() {
		boolean mark = current() == '\\' || current() == '`' || current() == '^';
		int end = mark ? lineEnd(this.next + 1) : 0;
		return (end > 0) ? 1 + end : 0;
	}

	/** How many characters end the line there; 0 if it does not end. */
	private int lineEnd(int index) {
		if (this.text.startsWith("\r\n", index)) {
			return 2;
		}
		return (this.text.startsWith("\n", index) || this.text.startsWith("\r", index)) ? 1 : 0;
	}

	private char current() {
		return this.text.charAt(this.next);
	}

	private boolean atEnd() {
		return this.next >= this.text.length();
	}

}
