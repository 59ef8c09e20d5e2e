package dev.understudy.simulator;

import java.time.Duration;
import java.util.Arrays;
import java.util.Locale;
import java.util.Set;
import java.util.function.Predicate;

import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/**
 * Something that goes wrong with the next calls of an operation.
 *
 * @param operation the operation's name, or {@code *} for any
 * @param name the experiment the call must name, or null for any
 * @param kind what goes wrong
 * @param times how many calls it meets
 * @param delay how long at most, for the delays, which end when the faults are cleared;
 * how old, for a stale answer
 * @param items how many items, for lists
 * @param acting whether the call takes effect before it goes wrong
 * @param error the answer of an error
 */
record Fault(String operation, @Nullable String name, Kind kind, int times, Duration delay, int items, boolean acting,
		Answer error) {

	private static final String ANY = "*";

	private static final Set<String> MEMBERS = Set.of("operation", "name", "kind", "times", "millis", "items", "acting",
			"code", "status", "message");

	/** What can go wrong; those that act take effect unless {@code acting} says no. */
	enum Kind {

		/** Held back before it takes effect, as a slow network does. */
		DELAY(true),

		/** Takes effect, and is answered late. */
		DELAY_ANSWER(true),

		/** The connection is closed without an answer, and nothing took effect. */
		DROP(false),

		/** The connection is closed without an answer after the call took effect. */
		DROP_AFTER_ACTING(true),

		/** InternalFailure. */
		HTTP_500(false),

		/** ServiceUnavailable. */
		HTTP_503(false),

		/** ThrottlingException. */
		THROTTLE(false),

		/** Any other error, by code, status and message. */
		ERROR(false),

		/** Status 200 and a body that is no JSON. */
		GARBAGE(true),

		/** The right answer, cut in half. */
		TRUNCATED(true),

		/** The right answer without a request id. */
		NO_REQUEST_ID(true),

		/** A read is answered as it would have been a while ago. */
		STALE_DESCRIBE(true),

		/** The first items of a list are left out. */
		MISSING_LIST_ITEMS(true),

		/** The first items of a list stand there twice. */
		DUPLICATE_LIST_ITEMS(true),

		/** A page of a list is cut after so many items, even none. */
		SHORT_PAGE(true);

		private final boolean acts;

		Kind(boolean acts) {
			this.acts = acts;
		}

		static Kind of(String text) {
			return Arrays.stream(values())
				.filter((kind) -> kind.toString().equals(text))
				.findFirst()
				.orElseThrow(() -> new IllegalArgumentException(
						"There is no fault of kind '%s', only %s".formatted(text, Arrays.toString(values()))));
		}

		@Override
		public String toString() {
			return name().toLowerCase(Locale.ROOT).replace('_', '-');
		}

	}

	/**
	 * Reads a fault.
	 * @param known whether there is an operation of a name
	 * @throws IllegalArgumentException if it could never meet a call as it is meant
	 */
	static Fault read(JsonNode node, Predicate<String> known) {
		Kind kind = Kind.of(Json.require(node, "kind"));
		String operation = node.path("operation").asString(ANY);
		int times = node.path("times").asInt(1);
		require(operation.equals(ANY) || known.test(operation), "There is no operation named " + operation);
		require(times >= 1, "A fault meets at least one call");
		for (String member : node.propertyNames()) {
			require(MEMBERS.contains(member), "A fault has no " + member);
		}
		return new Fault(operation, Json.text(node, "name"), kind, times,
				Duration.ofMillis(node.path("millis").asLong(0)), node.path("items").asInt(1),
				node.path("acting").asBoolean(kind.acts), error(kind, node));
	}

	private static void require(boolean fulfilled, String otherwise) {
		if (!fulfilled) {
			throw new IllegalArgumentException(otherwise);
		}
	}

	boolean meets(String calledOperation, ObjectNode input) {
		return (this.operation.equals(ANY) || this.operation.equals(calledOperation))
				&& (this.name == null || this.name.equals(Json.text(input, "Name")));
	}

	@Nullable Fault used() {
		return (this.times > 1) ? new Fault(this.operation, this.name, this.kind, this.times - 1, this.delay,
				this.items, this.acting, this.error) : null;
	}

	private static Answer error(Kind kind, JsonNode node) {
		return switch (kind) {
			case HTTP_503 -> Answer.error(503, "ServiceUnavailable", "The service is temporarily unavailable.");
			case THROTTLE -> Answer.error(400, "ThrottlingException", "Rate exceeded");
			case ERROR -> Answer.error(node.path("status").asInt(400), Json.require(node, "code"),
					node.path("message").asString(""));
			default -> Answer.failure();
		};
	}

}
