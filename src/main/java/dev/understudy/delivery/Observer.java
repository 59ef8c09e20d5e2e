package dev.understudy.delivery;

import java.time.Duration;
import java.util.Map;
import java.util.Optional;

import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import tools.jackson.databind.json.JsonMapper;

import dev.understudy.sagemaker.CallerAccounts;
import dev.understudy.sagemaker.Observed;
import dev.understudy.sagemaker.SageMakerRefusal;
import dev.understudy.sagemaker.SageMakerRefusal.Kind;
import dev.understudy.sagemaker.ShadowTest;
import dev.understudy.sagemaker.ShadowTests;
import dev.understudy.target.Target;
import dev.understudy.target.Targets;

/**
 * Looks at SageMaker: describes what stands under the name, and reads all its tags where
 * they matter.
 */
@Component
class Observer {

	private final ShadowTests shadowTests;

	private final CallerAccounts callers;

	private final Targets targets;

	private final Ticker ticker;

	private final JsonMapper json;

	Observer(ShadowTests shadowTests, CallerAccounts callers, Targets targets, Ticker ticker, JsonMapper json) {
		this.shadowTests = shadowTests;
		this.callers = callers;
		this.targets = targets;
		this.ticker = ticker;
		this.json = json;
	}

	Sight look(Operation operation) {
		long start = this.ticker.nanos();
		Seen seen = seen(operation);
		return new Sight(seen.observation(), seen.awsRequestId(), Duration.ofNanos(this.ticker.nanos() - start));
	}

	private Seen seen(Operation operation) {
		Optional<Target> target = targetOf(operation);
		if (target.isEmpty()) {
			return Seen.nothing(
					WaitingFor.person(
							Sentences.say("target-gone", operation.target(), operation.account(), operation.region())),
					null);
		}
		try {
			String account = this.callers.accountFor(target.get());
			// Not seeing it in another account proves nothing.
			return account.equals(operation.account()) ? describe(operation, target.get()) : Seen
				.nothing(WaitingFor.credentials(Sentences.say("other-account", account, operation.account())), null);
		}
		catch (SageMakerRefusal ex) {
			return Seen.nothing(Remedies.of(ex, "sagemaker:DescribeInferenceExperiment", operation), ex.awsRequestId());
		}
	}

	Optional<Target> targetOf(Operation operation) {
		return this.targets.find(operation.target())
			.filter((it) -> it.account().equals(operation.account()) && it.region().equals(operation.region()));
	}

	private Seen describe(Operation operation, Target target) {
		Observed<ShadowTest> observed;
		try {
			observed = this.shadowTests.describe(target, operation.name());
		}
		catch (SageMakerRefusal ex) {
			if (ex.kind() == Kind.NOT_FOUND) {
				return new Seen(new Observation.Absent(), ex.awsRequestId());
			}
			throw ex;
		}
		return new Seen(there(operation, target, observed.value()), observed.awsRequestId());
	}

	private Observation there(Operation operation, Target target, ShadowTest test) {
		try {
			return (operation.subject() == null) ? found(operation, test, this.shadowTests.tags(target, test.arn()))
					: new Observation.Described(test, needsTags(operation, operation.subject(), test)
							? this.shadowTests.tags(target, test.arn()) : null);
		}
		catch (SageMakerRefusal ex) {
			if (ex.kind() == Kind.NOT_FOUND || ex.kind() == Kind.DENIED) {
				return new Observation.Untold(test.arn(), test.creationTime(),
						Remedies.of(ex, "sagemaker:ListTags", operation));
			}
			throw ex;
		}
	}

	private Observation found(Operation operation, ShadowTest test, Map<String, String> tags) {
		boolean same = SameMembers.holds(this.json.readTree(operation.payload()), test.definition());
		return new Observation.Found(test.arn(), test.creationTime(), same, tags);
	}

	private static boolean needsTags(Operation operation, Subject subject, ShadowTest test) {
		return operation.type() == OperationType.TAG || subject.createdAt() == null || test.creationTime() == null;
	}

	/**
	 * What was seen, and in which request.
	 */
	private record Seen(Observation observation, @Nullable String awsRequestId) {

		static Seen nothing(WaitingFor waitingFor, @Nullable String awsRequestId) {
			return new Seen(new Observation.Unseen(waitingFor), awsRequestId);
		}

	}

}
