package dev.understudy.definition;

import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/**
 * A value in which two edits of one draft differ.
 *
 * @param pointer where; a tag is told by its key, as in {@code /Tags/team}
 * @param base the value that both began with, {@code null} for none
 * @param theirs the value of the edit that was saved first, {@code null} for none
 * @param mine the value of the other, {@code null} for none
 * @param changedByThem whether theirs is another than the base
 * @param changedByMe whether mine is another than the base
 */
public record Divergence(String pointer, @Nullable JsonNode base, @Nullable JsonNode theirs, @Nullable JsonNode mine,
		boolean changedByThem, boolean changedByMe) {

	/**
	 * Whether somebody has to choose.
	 * @return true if both edits changed it
	 */
	public boolean isConflict() {
		return this.changedByThem && this.changedByMe;
	}

}
