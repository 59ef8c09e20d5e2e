package dev.understudy.reliability;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;

/**
 * The list of all cells, with what came of each or why it was not tried.
 *
 * @param verdicts how the operation ended, or FAILED, by cell
 */
record MatrixReport(Map<Cell, String> verdicts) {

	private static final String HALTED = "DeliveryKillTests";

	void write(Path directory) throws IOException {
		Files.createDirectories(directory);
		List<String> markdown = new ArrayList<>(
				List.of("# Faults by point", "", "| point | fault | tried | |", "|---|---|---|---|"));
		List<String> html = new ArrayList<>(List.of("<!DOCTYPE html>", "<html lang=\"en\">", "<meta charset=\"utf-8\">",
				"<title>Faults by point</title>", "<table>",
				"<tr><th>point</th><th>fault</th><th>tried</th><th></th></tr>"));
		for (Cell cell : Cell.all()) {
			String[] row = { cell.point().id(), cell.fault().id(), where(cell), words(cell) };
			markdown.add("| " + String.join(" | ", row) + " |");
			html.add("<tr><td>" + String.join("</td><td>", row) + "</td></tr>");
		}
		html.add("</table>");
		Files.write(directory.resolve("matrix.md"), markdown);
		Files.write(directory.resolve("matrix.html"), html);
	}

	private static String where(Cell cell) {
		if (cell.reason() != null) {
			return "no";
		}
		return (cell.fault().kind() == Fault.Kind.HALT) ? HALTED : "MatrixTests";
	}

	private String words(Cell cell) {
		if (cell.reason() != null) {
			return Objects.requireNonNull(cell.reason());
		}
		return (cell.fault().kind() == Fault.Kind.HALT)
				? "a process halted there for real, and the next one; its own result says what came of it"
				: this.verdicts.getOrDefault(cell, "not run");
	}

}
