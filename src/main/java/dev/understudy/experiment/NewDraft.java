package dev.understudy.experiment;

import org.jspecify.annotations.Nullable;

import dev.understudy.definition.Draft;

/**
 * What somebody wants to begin with.
 *
 * @param target name of the target it is for; null for the standard one
 * @param draft its definition so far
 * @param origin what it is begun with, if that is kept for many
 * @param why what it is begun for, as the audit trail keeps it; null for nothing said
 */
public record NewDraft(@Nullable String target, Draft draft, @Nullable Origin origin, @Nullable String why) {

	/**
	 * One that is begun with nothing.
	 * @param target name of the target it is for; null for the standard one
	 * @param draft its definition so far
	 */
	public NewDraft(@Nullable String target, Draft draft) {
		this(target, draft, null, null);
	}

}
