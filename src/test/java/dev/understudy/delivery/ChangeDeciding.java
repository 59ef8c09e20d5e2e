package dev.understudy.delivery;

import java.time.Duration;

import dev.understudy.delivery.Decision.Reject;

import static dev.understudy.delivery.ChangeSituations.to;
import static dev.understudy.delivery.ChangeSituations.toTag;
import static dev.understudy.delivery.ChangeSituations.toUpdate;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.InstanceOfAssertFactories.type;

/** Decides about changes as delivery does. */
abstract class ChangeDeciding {

	static final Duration MINUTE = Duration.ofMinutes(1);

	static final Duration SETTLED = Duration.ofMinutes(20);

	static final String DESCRIBED_ANEW = "{\"Description\":\"Anew\"}";

	static final String AS_IT_WAS = "{\"Description\":\"As it was\"}";

	final ChangeDecisions decisions = new ChangeDecisions(Situations.SETTLING, new Obstacles(3), MINUTE);

	Decision decide(ChangeSituations situation, Observation seen) {
		return this.decisions.decide(situation.row(), seen, ChangeSituations.NOW);
	}

	static ChangeSituations aimless(OperationType type) {
		return switch (type) {
			case UPDATE -> toUpdate(DESCRIBED_ANEW, AS_IT_WAS);
			case TAG -> toTag("{\"add\":[{\"Key\":\"team\",\"Value\":\"risk\"}],\"seen\":{}}");
			default -> to(type);
		};
	}

	static String rejection(Decision decision) {
		return assertThat(decision).asInstanceOf(type(Reject.class)).actual().error().code();
	}

}
