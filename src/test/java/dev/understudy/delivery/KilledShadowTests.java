package dev.understudy.delivery;

import java.util.List;
import java.util.Map;
import java.util.concurrent.atomic.AtomicReference;

import dev.understudy.definition.Definition;
import dev.understudy.sagemaker.Accepted;
import dev.understudy.sagemaker.ChangeRequest;
import dev.understudy.sagemaker.ListPage;
import dev.understudy.sagemaker.ListRequest;
import dev.understudy.sagemaker.Observed;
import dev.understudy.sagemaker.SageMakerRefusal;
import dev.understudy.sagemaker.SendGuard;
import dev.understudy.sagemaker.ShadowTest;
import dev.understudy.sagemaker.ShadowTests;
import dev.understudy.target.Target;

/**
 * The door to SageMaker of a process that is killed on its threshold.
 */
record KilledShadowTests(ShadowTests door, AtomicReference<KilledAt> killed) implements ShadowTests {

	@Override
	public Accepted create(Target target, Definition definition, List<Definition.Tag> reservedTags, SendGuard guard) {
		this.killed.get().reached(KilledAt.INTENDED);
		Accepted accepted = this.door.create(target, definition, reservedTags, (signedAt) -> {
			this.killed.get().reached(KilledAt.SIGNED);
			return guard.objection(signedAt);
		});
		this.killed.get().reached(KilledAt.ANSWERED);
		if (this.killed.get() == KilledAt.FOUND) {
			// Tags are read only where something is found.
			throw new SageMakerRefusal(SageMakerRefusal.Kind.NO_ANSWER, "no-answer", "Lost", null, null);
		}
		return accepted;
	}

	@Override
	public Accepted change(Target target, ChangeRequest request, SendGuard guard) {
		this.killed.get().reached(KilledAt.before(request));
		Accepted accepted = this.door.change(target, request, guard);
		this.killed.get().reached(KilledAt.of(request));
		return accepted;
	}

	@Override
	public Observed<ShadowTest> describe(Target target, String name) {
		this.killed.get().reached(KilledAt.CLAIMED);
		try {
			return this.door.describe(target, name);
		}
		catch (SageMakerRefusal ex) {
			this.killed.get().reached(KilledAt.OBSERVED);
			throw ex;
		}
	}

	@Override
	public Map<String, String> tags(Target target, String arn) {
		this.killed.get().reached(KilledAt.FOUND);
		return this.door.tags(target, arn);
	}

	@Override
	public ListPage list(Target target, ListRequest request) {
		return this.door.list(target, request);
	}

}
