package dev.understudy.experiment.web;

import java.util.List;
import java.util.function.Predicate;

import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

import dev.understudy.definition.Change;
import dev.understudy.definition.Divergence;
import dev.understudy.definition.Draft;
import dev.understudy.definition.DraftMerge;
import dev.understudy.experiment.Revision;

/**
 * Two edits of one draft, field by field.
 *
 * @param base number of the revision both began with
 * @param current the revision somebody else saved
 * @param fields what both changed
 * @param merged what only one of them changed
 */
record Conflict(int base, Revision current, List<Field> fields, List<Field> merged) {

	private static final String TAGS = "/Tags/";

	static Conflict between(int number, Draft base, Revision current, Draft mine, Predicate<String> theirs) {
		List<Field> all = DraftMerge.divergences(base, current.draft(), mine)
			.stream()
			.map((it) -> field(it, mine, theirs.test(it.pointer())))
			.toList();
		return new Conflict(number, current, all.stream().filter(Field::open).toList(),
				all.stream().filter((it) -> !it.open()).toList());
	}

	private static Field field(Divergence divergence, Draft mine, boolean theirs) {
		if (divergence.pointer().startsWith(TAGS)) {
			String key = divergence.pointer().substring(TAGS.length()).replace("~1", "/").replace("~0", "~");
			return new Field(divergence.pointer(), "draft.tag.of", key, value(divergence.theirs()),
					value(divergence.mine()), divergence.isConflict(), divergence.changedByMe(), theirs);
		}
		ChangedField named = ChangedField
			.of(List.of(new Change(divergence.pointer(), divergence.theirs(), divergence.mine())), mine)
			.getFirst();
		return new Field(named.pointer(), named.label(), named.owner(), named.before(), named.after(),
				divergence.isConflict(), divergence.changedByMe(), theirs);
	}

	private static @Nullable String value(@Nullable JsonNode tag) {
		return (tag != null) ? Kind.text(tag.path("Value")) : null;
	}

	/**
	 * A field in which two edits differ.
	 *
	 * @param pointer which one
	 * @param label message key of its label in the form, null if it has none
	 * @param owner the variant or the key of the tag, null for neither
	 * @param theirs what was saved, null for nothing
	 * @param mine what was to be saved, null for nothing
	 * @param open whether somebody has to choose
	 * @param byMe whether mine is what is taken if nobody has to choose
	 * @param takesTheirs what somebody chose before
	 */
	record Field(String pointer, @Nullable String label, @Nullable String owner, @Nullable String theirs,
			@Nullable String mine, boolean open, boolean byMe, boolean takesTheirs) {

		/** The name of its choice. */
		public String choice() {
			return Resolution.SIDE + this.pointer;
		}

	}

}
