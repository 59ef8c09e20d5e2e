package dev.understudy.delivery;

import java.util.Map;
import java.util.Optional;

import org.springframework.stereotype.Component;
import tools.jackson.databind.json.JsonMapper;

import dev.understudy.sagemaker.CallerAccounts;
import dev.understudy.sagemaker.SageMakerRefusal;
import dev.understudy.sagemaker.SageMakerRefusal.Kind;
import dev.understudy.sagemaker.ShadowTest;
import dev.understudy.sagemaker.ShadowTests;
import dev.understudy.target.Target;
import dev.understudy.target.Targets;

/**
 * Looks at SageMaker: describes what stands under the name, and reads all its tags.
 */
@Component
class Observer {

	private final ShadowTests shadowTests;

	private final CallerAccounts callers;

	private final Targets targets;

	private final JsonMapper json;

	Observer(ShadowTests shadowTests, CallerAccounts callers, Targets targets, JsonMapper json) {
		this.shadowTests = shadowTests;
		this.callers = callers;
		this.targets = targets;
		this.json = json;
	}

	Observation look(Operation operation) {
		Optional<Target> target = targetOf(operation);
		if (target.isEmpty()) {
			return new Observation.Unseen(WaitingFor
				.person("Target '%s' with account %s and region %s is not configured any more. Configure it again."
					.formatted(operation.target(), operation.account(), operation.region())));
		}
		try {
			String account = this.callers.accountFor(target.get());
			// Not seeing it in another account proves nothing.
			return account.equals(operation.account()) ? look(operation, target.get())
					: new Observation.Unseen(WaitingFor
						.credentials("The credentials in use belong to account %s, but this goes to %s. Correct them."
							.formatted(account, operation.account())));
		}
		catch (SageMakerRefusal ex) {
			return new Observation.Unseen(Remedies.of(ex, "sagemaker:DescribeInferenceExperiment"));
		}
	}

	Optional<Target> targetOf(Operation operation) {
		return this.targets.find(operation.target())
			.filter((it) -> it.account().equals(operation.account()) && it.region().equals(operation.region()));
	}

	private Observation look(Operation operation, Target target) {
		ShadowTest seen;
		try {
			seen = this.shadowTests.describe(target, operation.name()).value();
		}
		catch (SageMakerRefusal ex) {
			if (ex.kind() == Kind.NOT_FOUND) {
				return new Observation.Absent();
			}
			throw ex;
		}
		return found(operation, target, seen);
	}

	private Observation found(Operation operation, Target target, ShadowTest seen) {
		try {
			Map<String, String> tags = this.shadowTests.tags(target, seen.arn());
			boolean same = SameMembers.holds(this.json.readTree(operation.payload()), seen.definition());
			return new Observation.Found(seen.arn(), seen.creationTime(), same, tags);
		}
		catch (SageMakerRefusal ex) {
			if (ex.kind() == Kind.NOT_FOUND || ex.kind() == Kind.DENIED) {
				return new Observation.Untold(seen.arn(), Remedies.of(ex, "sagemaker:ListTags"));
			}
			throw ex;
		}
	}

}
