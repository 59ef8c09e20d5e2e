package dev.understudy.reliability;

import java.io.IOException;
import java.time.Duration;
import java.util.Locale;
import java.util.Map;

/**
 * What can befall a request to SageMaker, or its answer.
 */
enum Trouble {

	NONE((meeting) -> meeting.answer(meeting.forward())),

	/** Answered half a second late, but in time. */
	SLOW((meeting) -> {
		meeting.hold(Duration.ofMillis(500));
		meeting.answer(meeting.forward());
	}),

	/** Held up for so long that the client does not wait for it, and then carried out. */
	LATE((meeting) -> {
		meeting.hold(Duration.ofMillis(2500));
		meeting.forward();
		meeting.close();
	}),

	/** Carried out twice, as a message that was repeated on its way. */
	DOUBLED((meeting) -> {
		WireAnswer first = meeting.forward();
		meeting.forward();
		meeting.answer(first);
	}),

	/** Carried out twice, and what comes back is the answer to the second. */
	DOUBLED_INSIDE((meeting) -> {
		meeting.forward();
		meeting.answer(meeting.forward());
	}),

	CLOSED((meeting) -> meeting.close()),

	RESET((meeting) -> meeting.reset()),

	/** The connection stands, and nothing comes. */
	HALF_OPEN((meeting) -> meeting.fallSilent()),

	ANSWER_LOST((meeting) -> {
		meeting.forward();
		meeting.close();
	}),

	RESET_AFTER_ACTING((meeting) -> {
		meeting.forward();
		meeting.reset();
	}),

	HALF_OPEN_AFTER_ACTING((meeting) -> {
		meeting.forward();
		meeting.fallSilent();
	}),

	HTTP_500((meeting) -> meeting.answer(WireAnswer.error(500, "InternalFailure", "Something broke"))),

	HTTP_503((meeting) -> meeting.answer(WireAnswer.error(503, "ServiceUnavailable", "Come back later"))),

	HTTP_500_AFTER_ACTING((meeting) -> {
		meeting.forward();
		meeting.answer(WireAnswer.error(500, "InternalFailure", "Something broke"));
	}),

	THROTTLED((meeting) -> meeting.answer(WireAnswer.error(400, "ThrottlingException", "Rate exceeded"))),

	/** Throttled from behind an acceptance. */
	THROTTLED_AFTER_ACTING((meeting) -> {
		meeting.forward();
		meeting.answer(WireAnswer.error(400, "ThrottlingException", "Rate exceeded"));
	}),

	GARBLED((meeting) -> meeting.answer(meeting.forward().garbled())),

	TRUNCATED((meeting) -> meeting.answer(meeting.forward().truncated())),

	WITHOUT_REQUEST_ID((meeting) -> meeting.answer(meeting.forward().unidentified())),

	UNKNOWN_CODE((meeting) -> meeting.answer(WireAnswer.error(400, "NeverHeardOfIt", "Something new"))),

	EXPIRED_CREDENTIALS(
			(meeting) -> meeting.answer(WireAnswer.error(400, "ExpiredTokenException", "The token has expired"))),

	/** Answered as it was a while ago. */
	STALE((meeting) -> {
		meeting.answer(meeting.alone("stale-describe", Map.of("millis", 1500)));
	}),

	/** Somebody else takes the name a moment before. */
	FOREIGN((meeting) -> {
		meeting.forward(meeting.call().bySomebodyElse());
		meeting.answer(meeting.forward());
	}),

	/** It takes effect, its answer is lost, and somebody deletes what it made. */
	DELETED_OUTSIDE((meeting) -> {
		meeting.forward();
		meeting.deleteOutside();
		meeting.close();
	}),

	LIST_WITH_HOLES((meeting) -> {
		meeting.answer(meeting.alone("missing-list-items", Map.of("items", 2)));
	}),

	LIST_WITH_DOUBLES((meeting) -> {
		meeting.answer(meeting.alone("duplicate-list-items", Map.of("items", 2)));
	}),

	EMPTY_PAGE((meeting) -> {
		meeting.answer(meeting.alone("short-page", Map.of("items", 0)));
	});

	private final Fate fate;

	Trouble(Fate fate) {
		this.fate = fate;
	}

	void befall(Wire.Meeting meeting) throws IOException, InterruptedException {
		this.fate.befall(meeting);
	}

	String words() {
		return name().toLowerCase(Locale.ROOT).replace('_', ' ');
	}

	@FunctionalInterface
	private interface Fate {

		void befall(Wire.Meeting meeting) throws IOException, InterruptedException;

	}

}
