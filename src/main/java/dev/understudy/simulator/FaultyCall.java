package dev.understudy.simulator;

import java.time.Duration;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.function.Function;

import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/**
 * A call that meets a fault.
 *
 * @param fault what goes wrong
 * @param acting carries the call out, seen as the fault wants it seen
 * @param cleared ends a delay before its time
 */
record FaultyCall(Fault fault, Function<View, Answer> acting, CountDownLatch cleared) {

	private static final Logger log = LoggerFactory.getLogger(FaultyCall.class);

	/**
	 * How a call is to be carried out.
	 *
	 * @param staleness how old the state it reads is
	 * @param pageSize after how many items its page is cut
	 */
	record View(Duration staleness, @Nullable Integer pageSize) {

		static final View TRUE = new View(Duration.ZERO, null);

	}

	/** The answer; null when the connection is to be closed without one. */
	@Nullable Answer answer() throws InterruptedException {
		return switch (this.fault.kind()) {
			case DELAY -> {
				delay();
				yield carryOut();
			}
			case DELAY_ANSWER -> {
				Answer answer = carryOut();
				delay();
				yield answer;
			}
			case DROP, DROP_AFTER_ACTING -> {
				actIfWanted();
				yield null;
			}
			case HTTP_500, HTTP_503, THROTTLE, ERROR -> {
				actIfWanted();
				yield this.fault.error();
			}
			case GARBAGE -> {
				actIfWanted();
				yield Answer.garbage();
			}
			case TRUNCATED -> carryOut().truncated();
			case NO_REQUEST_ID -> carryOut().unidentified();
			case STALE_DESCRIBE -> this.acting.apply(new View(this.fault.delay(), null));
			case SHORT_PAGE -> this.acting.apply(new View(Duration.ZERO, this.fault.items()));
			case MISSING_LIST_ITEMS -> changed(false);
			case DUPLICATE_LIST_ITEMS -> changed(true);
		};
	}

	private void delay() throws InterruptedException {
		if (this.cleared.await(this.fault.delay().toMillis(), TimeUnit.MILLISECONDS)) {
			log.debug("A delayed call goes on because the faults were cleared");
		}
	}

	private Answer carryOut() {
		return this.acting.apply(View.TRUE);
	}

	private void actIfWanted() {
		if (this.fault.acting()) {
			carryOut();
		}
	}

	private Answer changed(boolean twice) {
		Answer answer = carryOut();
		if (answer.status() != Answer.OK) {
			return answer;
		}
		ObjectNode body = (ObjectNode) Json.MAPPER.readTree(answer.body());
		for (JsonNode member : body.values()) {
			if (member instanceof ArrayNode items) {
				for (int left = Math.min(this.fault.items(), items.size()); left > 0; left--) {
					if (twice) {
						items.insert(0, items.get(left - 1).deepCopy());
					}
					else {
						items.remove(0);
					}
				}
			}
		}
		return Answer.ok(body);
	}

}
