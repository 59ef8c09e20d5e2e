package dev.understudy.tracking;

import java.time.Clock;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;

import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Service;
import org.springframework.transaction.support.TransactionTemplate;

import dev.understudy.actor.Actor;
import dev.understudy.database.Jobs;
import dev.understudy.experiment.Adoptions;
import dev.understudy.experiment.AlreadyManagedException;
import dev.understudy.experiment.NewAdoption;
import dev.understudy.experiment.Stray;
import dev.understudy.experiment.Strays;
import dev.understudy.experiment.Whose;
import dev.understudy.sagemaker.Observed;
import dev.understudy.sagemaker.SageMakerRefusal;
import dev.understudy.sagemaker.ShadowTest;
import dev.understudy.sagemaker.ShadowTests;
import dev.understudy.shell.Page;
import dev.understudy.target.Target;
import dev.understudy.target.Targets;

/**
 * What was found in SageMaker and is not under management here, and how it gets there.
 */
@Service
public class FoundExperiments {

	private final FoundStore store;

	private final FoundList list;

	private final ShadowTests shadowTests;

	private final Strays strays;

	private final Adoptions adoptions;

	private final TrackingProperties properties;

	private final Targets targets;

	private final Jobs jobs;

	private final TransactionTemplate transaction;

	private final Clock clock;

	FoundExperiments(FoundStore store, FoundList list, ShadowTests shadowTests, Strays strays, Adoptions adoptions,
			TrackingProperties properties, Targets targets, Jobs jobs, TransactionTemplate transaction, Clock clock) {
		this.store = store;
		this.list = list;
		this.shadowTests = shadowTests;
		this.strays = strays;
		this.adoptions = adoptions;
		this.properties = properties;
		this.targets = targets;
		this.jobs = jobs;
		this.transaction = transaction;
		this.clock = clock;
	}

	/**
	 * Lists what was found and is still there, what was created last first.
	 * @param query which ones and from where
	 * @return a page of them
	 * @throws dev.understudy.shell.PageTokenException if the token is not from the same
	 * list
	 */
	public Page<Found> list(FoundQuery query) {
		return this.list.list(query);
	}

	/**
	 * How many of those that this installation made nobody here has.
	 * @return 0 unless something went wrong
	 */
	public long orphans() {
		return this.list.orphans();
	}

	/**
	 * How the last search of each target went.
	 * @return one for each target that was ever searched, by name
	 */
	public List<SweepState> sweeps() {
		return this.store.sweeps();
	}

	/**
	 * Has targets searched as soon as possible.
	 * @param target name of a target; null for every one
	 * @throws dev.understudy.target.UnknownTargetException if there is no such target
	 */
	public void lookAgain(@Nullable String target) {
		List<Target> wanted = (target != null) ? List.of(this.targets.get(target)) : this.targets.all();
		wanted.forEach((it) -> this.jobs.wake(FoundJobs.of(it)));
	}

	/**
	 * Takes one under management, as SageMaker describes it right now.
	 * @param id what was found
	 * @param by who takes it
	 * @return the experiment it is from now on
	 * @throws UnknownFoundException if nothing was found by that id
	 * @throws FoundGoneException if it is not there any more
	 * @throws AlreadyManagedException if it is managed here, or its name is held by one
	 * that is being submitted
	 * @throws SageMakerRefusal if it could not be read
	 */
	public UUID adopt(UUID id, Actor by) {
		Found found = this.store.find(id).orElseThrow(() -> new UnknownFoundException(id));
		ensureFree(found);
		Target target = this.targets.get(found.target());
		Observed<ShadowTest> observed = describe(target, found);
		ShadowTest seen = observed.value();
		Map<String, String> tags = this.shadowTests.tags(target, seen.arn());
		Stray stray = Stray.tagged(target, seen.name(), seen.creationTime(), tags);
		if (this.strays.whose(stray, this.properties.settling()) instanceof Whose.Held held) {
			throw new AlreadyManagedException(found.name(), held.experimentId());
		}
		NewAdoption adoption = new NewAdoption(target, seen.definition(), tags,
				Seen.of(seen, this.clock.instant(), observed.awsRequestId()));
		return Objects.requireNonNull(this.transaction.execute((status) -> adopt(id, adoption, by)));
	}

	private UUID adopt(UUID id, NewAdoption adoption, Actor by) {
		ensureFree(this.store.lock(id).orElseThrow(() -> new UnknownFoundException(id)));
		UUID experimentId = this.adoptions.adopt(adoption, by);
		this.store.managed(id, experimentId);
		return experimentId;
	}

	private static void ensureFree(Found found) {
		if (found.experimentId() != null) {
			throw new AlreadyManagedException(found.name(), found.experimentId());
		}
		if (found.goneAt() != null) {
			throw new FoundGoneException(found);
		}
	}

	private Observed<ShadowTest> describe(Target target, Found found) {
		Observed<ShadowTest> observed;
		try {
			observed = this.shadowTests.describe(target, found.name());
		}
		catch (SageMakerRefusal refusal) {
			throw (refusal.kind() == SageMakerRefusal.Kind.NOT_FOUND) ? gone(found) : refusal;
		}
		if (!Objects.equals(observed.value().creationTime(), found.creationTime())) {
			throw gone(found);
		}
		return observed;
	}

	private FoundGoneException gone(Found found) {
		this.store.gone(found.id(), this.clock.instant());
		this.targets.find(found.target()).ifPresent((target) -> this.jobs.wake(FoundJobs.of(target)));
		return new FoundGoneException(found);
	}

}
