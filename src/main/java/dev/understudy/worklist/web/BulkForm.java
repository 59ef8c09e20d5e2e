package dev.understudy.worklist.web;

import java.util.Arrays;
import java.util.List;
import java.util.Objects;
import java.util.UUID;
import java.util.stream.Stream;

import org.jspecify.annotations.Nullable;

import dev.understudy.definition.Definition.Tag;
import dev.understudy.worklist.BulkOrder;
import dev.understudy.worklist.BulkWork;

/**
 * What is to be done to many, as a browser sends it.
 *
 * @param work the id of what is to be done
 * @param id the experiments that were picked
 * @param reason why, for a stop
 * @param add tags to set, key=value, one on a line
 * @param remove keys of tags to take away, one on a line
 * @param labels labels to add, one on a line or parted by commas
 * @param run an id for asking it, made with the page that asks
 */
record BulkForm(@Nullable String work, List<UUID> id, @Nullable String reason, @Nullable String add,
		@Nullable String remove, @Nullable String labels, @Nullable UUID run) {

	BulkForm {
		id = (id != null) ? id.stream().filter(Objects::nonNull).distinct().toList() : List.of();
	}

	/** Without what is typed after picking. */
	BulkForm picked() {
		return new BulkForm(this.work, this.id, null, null, null, null, null);
	}

	BulkOrder order(BulkWork chosen) {
		String why = said(this.reason);
		return new BulkOrder(chosen, why.isEmpty() ? null : why, lines(this.add, "\\R").map(BulkForm::tag).toList(),
				lines(this.remove, "\\R").toList(), lines(this.labels, "\\R|,").toList());
	}

	private static Tag tag(String line) {
		String[] parts = line.split("=", 2);
		return new Tag(parts[0].strip(), (parts.length > 1) ? parts[1].strip() : "");
	}

	private static Stream<String> lines(@Nullable String text, String between) {
		return (text != null)
				? Arrays.stream(text.split(between)).map(BulkForm::said).filter((line) -> !line.isEmpty()).distinct()
				: Stream.empty();
	}

	/** No line break and nothing that cannot be stored. */
	private static String said(@Nullable String text) {
		return (text != null) ? text.replaceAll("[\\p{Cntrl}\\p{Cs}]+", " ").strip() : "";
	}

}
