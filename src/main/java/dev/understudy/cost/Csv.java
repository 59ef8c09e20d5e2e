package dev.understudy.cost;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;

/**
 * Comma-separated values as RFC 4180 has them. A value that a spreadsheet would take for
 * a formula is written with an apostrophe before it, which is taken away again on
 * reading.
 */
final class Csv {

	private static final String FORMULA = "=+-@\t\r";

	private final String text;

	private final List<Row> rows = new ArrayList<>();

	private int at;

	private int line = 1;

	private Csv(String text) {
		this.text = text.startsWith("\uFEFF") ? text.substring(1) : text;
	}

	/**
	 * Reads rows; empty lines are no rows.
	 * @param text the table, with any line ends
	 * @return rows with the line each begins on
	 * @throws BrokenCsvException if a quote is where none may be, or never closed
	 */
	static List<Row> read(String text) {
		Csv csv = new Csv(text);
		while (csv.at < csv.text.length()) {
			csv.row();
		}
		return csv.rows;
	}

	/**
	 * Writes a row.
	 * @param values its values
	 * @return the row with its line end
	 */
	static String write(List<String> values) {
		return values.stream().map(Csv::write).collect(Collectors.joining(",", "", "\r\n"));
	}

	private static String write(String value) {
		String safe = isFormula(value) ? "'" + value : value;
		boolean plain = safe.chars().noneMatch((it) -> it == ',' || it == '"' || it == '\r' || it == '\n');
		return plain ? safe : '"' + safe.replace("\"", "\"\"") + '"';
	}

	private static boolean isFormula(String value) {
		return !value.isEmpty() && (FORMULA.indexOf(value.charAt(0)) >= 0
				|| (value.charAt(0) == '\'' && isFormula(value.substring(1))));
	}

	private void row() {
		int begins = this.line;
		List<String> values = new ArrayList<>();
		do {
			String value = is('"') ? quoted() : bare();
			values.add((value.startsWith("'") && isFormula(value.substring(1))) ? value.substring(1) : value);
		}
		while (take(','));
		take('\r');
		if (this.at < this.text.length() && !take('\n')) {
			throw new BrokenCsvException(this.line);
		}
		this.line++;
		if (values.size() > 1 || !values.getFirst().isBlank()) {
			this.rows.add(new Row(begins, List.copyOf(values)));
		}
	}

	private String bare() {
		int begin = this.at;
		while (this.at < this.text.length() && ",\r\n\"".indexOf(this.text.charAt(this.at)) < 0) {
			this.at++;
		}
		return this.text.substring(begin, this.at);
	}

	private String quoted() {
		int begins = this.line;
		StringBuilder value = new StringBuilder();
		this.at++;
		while (this.at < this.text.length()) {
			char next = this.text.charAt(this.at++);
			if (next == '"' && !is('"')) {
				return value.toString();
			}
			if (next == '"') {
				this.at++;
			}
			if (next == '\n') {
				this.line++;
			}
			value.append(next);
		}
		throw new BrokenCsvException(begins);
	}

	private boolean is(char wanted) {
		return this.at < this.text.length() && this.text.charAt(this.at) == wanted;
	}

	private boolean take(char wanted) {
		boolean there = is(wanted);
		this.at += there ? 1 : 0;
		return there;
	}

	/**
	 * A row.
	 *
	 * @param line the line it begins on, from 1
	 * @param values its values
	 */
	record Row(int line, List<String> values) {
	}

	/** A quote is where none may be, or never closed. */
	static final class BrokenCsvException extends RuntimeException {

		private final int line;

		BrokenCsvException(int line) {
			super("Line %d is no CSV: a quote is not closed, or stands inside a value".formatted(line));
			this.line = line;
		}

		int line() {
			return this.line;
		}

	}

}
