package dev.understudy.delivery;

import java.util.List;

import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Component;

import dev.understudy.database.DatabaseClock;
import dev.understudy.definition.Definition;
import dev.understudy.sagemaker.Accepted;
import dev.understudy.sagemaker.SageMakerRefusal;
import dev.understudy.sagemaker.ShadowTests;
import dev.understudy.target.Targets;

/**
 * Puts one request on the wire and says what came of it.
 */
@Component
class Sender {

	private static final Logger logger = LoggerFactory.getLogger(Sender.class);

	private final ShadowTests shadowTests;

	private final Targets targets;

	private final DatabaseClock clock;

	Sender(ShadowTests shadowTests, Targets targets, DatabaseClock clock) {
		this.shadowTests = shadowTests;
		this.targets = targets;
		this.clock = clock;
	}

	Sent send(Operation operation, SendWindow window) {
		try {
			Accepted accepted = this.shadowTests.create(this.targets.get(operation.target()),
					Definition.thaw(operation.payload()), tags(operation), window);
			return new Sent(new Answer(Answer.Kind.ACCEPTED, this.clock.now(), null, null, accepted.awsRequestId()),
					accepted.arn());
		}
		catch (SageMakerRefusal ex) {
			logger.info("Operation {} was not accepted: {}", operation.id(), ex.getMessage());
			return new Sent(new Answer(kind(ex), this.clock.now(), ex.code(), ex.words(), ex.awsRequestId()), null);
		}
	}

	private static List<Definition.Tag> tags(Operation operation) {
		return List.of(new Definition.Tag(Operation.OWNER_TAG, operation.ownerTag()),
				new Definition.Tag(Operation.HASH_TAG, operation.sha256()));
	}

	private static Answer.Kind kind(SageMakerRefusal refusal) {
		return switch (refusal.kind()) {
			case INVALID, DENIED, LIMIT -> Answer.Kind.REFUSED;
			case CREDENTIALS, SIGNATURE -> Answer.Kind.REFUSED_FOR_NOW;
			case THROTTLED -> Answer.Kind.THROTTLED;
			case IN_USE -> Answer.Kind.IN_USE;
			case NOT_SENT -> Answer.Kind.NOT_SENT;
			case NOT_FOUND, CONFLICT, UNAVAILABLE, NO_ANSWER, UNKNOWN -> Answer.Kind.UNCLEAR;
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
