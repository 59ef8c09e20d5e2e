package dev.understudy.experiment;

import org.jspecify.annotations.Nullable;

import dev.understudy.definition.Draft;

/**
 * What somebody wants to begin with.
 *
 * @param target name of the target it is for; null for the standard one
 * @param draft its definition so far
 */
public record NewDraft(@Nullable String target, Draft draft) {

}
