package dev.understudy.definition;

import java.time.Instant;

/**
 * What rules may know beyond the draft.
 *
 * @param now the moment of judging
 * @param target where the definition is meant to be submitted
 * @param purpose what it is judged for
 */
public record RuleContext(Instant now, TargetFacts target, Purpose purpose) {

}
