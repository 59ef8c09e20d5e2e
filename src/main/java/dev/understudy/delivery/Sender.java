package dev.understudy.delivery;

import java.util.List;

import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Component;

import dev.understudy.database.DatabaseClock;
import dev.understudy.definition.Definition;
import dev.understudy.sagemaker.Accepted;
import dev.understudy.sagemaker.CallerAccounts;
import dev.understudy.sagemaker.ChangeRequest;
import dev.understudy.sagemaker.SageMakerRefusal;
import dev.understudy.sagemaker.ShadowTests;
import dev.understudy.target.Target;
import dev.understudy.target.Targets;

/**
 * Puts one request on the wire and says what came of it.
 */
@Component
class Sender {

	private static final Logger logger = LoggerFactory.getLogger(Sender.class);

	private final ShadowTests shadowTests;

	private final CallerAccounts callers;

	private final Targets targets;

	private final DatabaseClock clock;

	Sender(ShadowTests shadowTests, CallerAccounts callers, Targets targets, DatabaseClock clock) {
		this.shadowTests = shadowTests;
		this.callers = callers;
		this.targets = targets;
		this.clock = clock;
	}

	/**
	 * Sends.
	 * @param operation what is carried
	 * @param request the change to send; absent for a Create
	 * @param window until when it may leave
	 * @return what came of it
	 */
	Sent send(Operation operation, @Nullable ChangeRequest request, SendWindow window) {
		try {
			Target target = this.targets.get(operation.target());
			Answer heldBack = heldBack(operation, target);
			if (heldBack != null) {
				return new Sent(heldBack, null);
			}
			Accepted accepted = (request != null) ? this.shadowTests.change(target, request, window)
					: this.shadowTests.create(target, Definition.thaw(operation.payload()), tags(operation), window);
			return new Sent(new Answer(Answer.Kind.ACCEPTED, this.clock.now(), null, null, accepted.awsRequestId()),
					accepted.arn());
		}
		catch (SageMakerRefusal ex) {
			logger.info("Operation {} was not accepted: {}", operation.id(), ex.getMessage());
			return new Sent(new Answer(kind(operation, ex), this.clock.now(), ex.code(), ex.words(), ex.awsRequestId()),
					null);
		}
	}

	// Credentials may have been exchanged since the look.
	private @Nullable Answer heldBack(Operation operation, Target target) {
		try {
			String account = this.callers.accountFor(target);
			return account.equals(operation.account()) ? null
					: notSent(SendWindow.ACCOUNT, Sentences.say("other-account", account, operation.account()));
		}
		catch (SageMakerRefusal ex) {
			return notSent(ex.code(), ex.words());
		}
	}

	private Answer notSent(String code, String message) {
		return new Answer(Answer.Kind.NOT_SENT, this.clock.now(), code, message, null);
	}

	private static List<Definition.Tag> tags(Operation operation) {
		return List.of(new Definition.Tag(Operation.OWNER_TAG, operation.ownerTag()),
				new Definition.Tag(Operation.HASH_TAG, operation.sha256()));
	}

	private static Answer.Kind kind(Operation operation, SageMakerRefusal refusal) {
		boolean change = operation.type() != OperationType.CREATE;
		return switch (refusal.kind()) {
			case INVALID, DENIED, LIMIT -> Answer.Kind.REFUSED;
			case CREDENTIALS, SIGNATURE -> Answer.Kind.REFUSED_FOR_NOW;
			case THROTTLED -> Answer.Kind.THROTTLED;
			case IN_USE -> Answer.Kind.IN_USE;
			case NOT_SENT, UNREACHABLE -> Answer.Kind.NOT_SENT;
			// What it says about the status may be as old as any look.
			case NOT_FOUND, CONFLICT -> change ? Answer.Kind.IN_USE : Answer.Kind.UNCLEAR;
			case UNAVAILABLE, NO_ANSWER, UNKNOWN -> Answer.Kind.UNCLEAR;
		};
	}

	/**
	 * What came of one request.
	 *
	 * @param answer the answer
	 * @param arn the ARN, if it was accepted
	 */
	record Sent(Answer answer, @Nullable String arn) {

	}

}
