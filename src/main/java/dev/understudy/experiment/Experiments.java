package dev.understudy.experiment;

import java.time.Clock;
import java.util.List;
import java.util.UUID;

import org.jspecify.annotations.Nullable;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

import dev.understudy.actor.Actor;
import dev.understudy.database.Ids;
import dev.understudy.definition.Draft;
import dev.understudy.definition.Finding;
import dev.understudy.shell.Page;
import dev.understudy.shell.PageToken;
import dev.understudy.shell.PageTokenException;
import dev.understudy.target.Target;
import dev.understudy.target.Targets;

/**
 * What people and programs do with experiments. One method is one use case and one
 * transaction, with its audit entry. Saving is never refused because a definition is
 * incomplete or wrong; submitting is.
 */
@Service
@Transactional
public class Experiments {

	private final ExperimentStore store;

	private final ExperimentSearch search;

	private final Views views;

	private final Submission submission;

	private final Targets targets;

	private final Ids ids;

	private final Clock clock;

	private final ApplicationEventPublisher events;

	Experiments(ExperimentStore store, ExperimentSearch search, Views views, Submission submission, Targets targets,
			Ids ids, Clock clock, ApplicationEventPublisher events) {
		this.store = store;
		this.search = search;
		this.views = views;
		this.submission = submission;
		this.targets = targets;
		this.ids = ids;
		this.clock = clock;
		this.events = events;
	}

	/**
	 * Begins an experiment.
	 * @param wanted the first draft, which may be empty
	 * @param by its author, who owns the experiment
	 * @return the experiment with its first revision and what is found about it
	 * @throws dev.understudy.target.UnknownTargetException if there is no such target
	 */
	public ExperimentView draft(NewDraft wanted, Actor by) {
		return draft(this.ids.next(), wanted, by);
	}

	ExperimentView draft(UUID id, NewDraft wanted, Actor by) {
		Target target = target(wanted.target());
		Revision first = Revision.first(id, wanted.draft(), by, this.clock.instant());
		Experiment experiment = new Experiment(first, target.name(), owner(by));
		experiment.beginWith(wanted.origin());
		this.store.add(experiment, first);
		this.events.publishEvent(experiment.drafted(first, wanted.why(), by));
		return this.views.view(experiment, first);
	}

	/**
	 * Replaces the definition of a draft. What changes nothing makes no revision. After a
	 * name conflict another name brings the experiment back to draft.
	 * @param id the experiment
	 * @param expected the revision that was edited
	 * @param draft the whole definition as it is to be
	 * @param by who edited it
	 * @return the experiment with its latest revision and what is found about it
	 * @throws UnknownExperimentException if there is no such experiment
	 * @throws IllegalPhaseException if it is no draft any more
	 * @throws StaleRevisionException if somebody else saved a revision meanwhile
	 */
	public ExperimentView revise(UUID id, int expected, Draft draft, Actor by) {
		return revise(id, expected, draft, null, by);
	}

	ExperimentView revise(UUID id, int expected, Draft draft, @Nullable String why, Actor by) {
		Experiment experiment = this.store.lock(id);
		Revision current = this.store.latest(experiment);
		if (current.number() != expected) {
			throw new StaleRevisionException(expected, current);
		}
		experiment.ensureRevisable(draft);
		if (current.says(draft)) {
			return this.views.view(experiment, current);
		}
		Revision next = current.next(draft, by, this.clock.instant());
		this.store.add(next);
		this.events.publishEvent(experiment.revise(current, next, why, by));
		return this.views.view(experiment, next);
	}

	/**
	 * Throws a draft away. Its record stays.
	 * @param id the experiment
	 * @param by who discards it
	 * @throws UnknownExperimentException if there is no such experiment
	 * @throws IllegalPhaseException if it is not a draft
	 */
	public void discard(UUID id, Actor by) {
		Experiment experiment = this.store.lock(id);
		this.events.publishEvent(experiment.discard(by, this.clock.instant()));
	}

	/**
	 * Freezes the latest revision and gives it to delivery, which creates it in SageMaker
	 * some time after this has returned.
	 * @param id the experiment
	 * @param revision the revision that was reviewed; null for the latest
	 * @param by who submits it
	 * @return the id of the Create operation
	 * @throws UnknownExperimentException if there is no such experiment
	 * @throws StaleRevisionException if the revision is not the latest
	 * @throws DefinitionRefusedException if it has error findings
	 * @throws IllegalPhaseException if it is not a draft
	 */
	public UUID submit(UUID id, @Nullable Integer revision, Actor by) {
		Experiment experiment = this.store.lock(id);
		Revision current = this.store.latest(experiment);
		experiment.ensureSubmittable();
		if (revision != null && revision != current.number()) {
			throw new StaleRevisionException(revision, current);
		}
		return this.submission.submit(experiment, current, by);
	}

	/**
	 * Gets an experiment with its latest revision and what is found about that now.
	 * @param id the experiment
	 * @return two rows and the findings
	 * @throws UnknownExperimentException if there is no such experiment
	 */
	@Transactional(readOnly = true)
	public ExperimentView get(UUID id) {
		Experiment experiment = this.store.get(id);
		return this.views.view(experiment, this.store.latest(experiment));
	}

	/**
	 * Gets an experiment without its definition.
	 * @param id the experiment
	 * @return one row
	 * @throws UnknownExperimentException if there is no such experiment
	 */
	@Transactional(readOnly = true)
	public Experiment head(UUID id) {
		return this.store.get(id);
	}

	/**
	 * Gets what an experiment says now.
	 * @param id the experiment
	 * @return its latest revision, read in one statement
	 * @throws UnknownExperimentException if there is no such experiment
	 */
	@Transactional(readOnly = true)
	public CurrentDraft current(UUID id) {
		return this.store.current(id);
	}

	/**
	 * Gets one revision.
	 * @param id the experiment
	 * @param number the revision's number
	 * @return the revision
	 * @throws UnknownExperimentException if there is no such experiment or revision
	 */
	@Transactional(readOnly = true)
	public Revision revision(UUID id, int number) {
		return this.store.revision(id, number);
	}

	/**
	 * Lists revisions, the latest first.
	 * @param id the experiment
	 * @param pageSize items on a page, 1 to {@link Page#MAX_SIZE}
	 * @param pageToken where to go on, from the page before
	 * @return a page of revisions
	 * @throws UnknownExperimentException if there is no such experiment
	 * @throws PageTokenException if the token is not from such a list
	 */
	@Transactional(readOnly = true)
	public Page<Revision> revisions(UUID id, int pageSize, @Nullable String pageToken) {
		int before = (pageToken != null) ? number(PageToken.decode(pageToken, 2), id)
				: this.store.get(id).getRevision() + 1;
		return Page.cut(this.store.revisions(id, before, pageSize + 1), pageSize,
				(last) -> PageToken.of(id, last.number()));
	}

	/**
	 * What SageMaker was seen to say, the latest first.
	 * @param id the experiment
	 * @param limit how many at most
	 * @return sightings, each saying something that the one before it did not
	 */
	@Transactional(readOnly = true)
	public List<Sighting> sightings(UUID id, int limit) {
		return this.store.sightings(id, limit);
	}

	/**
	 * Lists experiments.
	 * @param query which, in what order and from where
	 * @return a page of them, read in one statement
	 * @throws PageTokenException if the token is not from the same list
	 */
	@Transactional(readOnly = true)
	public Page<ExperimentSummary> list(ExperimentQuery query) {
		return this.search.list(query);
	}

	/**
	 * Whether nobody has ever begun an experiment here.
	 * @return true in a new installation
	 */
	@Transactional(readOnly = true)
	public boolean isEmpty() {
		return this.search.isEmpty();
	}

	/**
	 * Checks a definition without keeping it.
	 * @param draft the definition, complete or not
	 * @param target name of the target it is for; null for the standard one
	 * @return what is wrong or risky, in document order
	 * @throws dev.understudy.target.UnknownTargetException if there is no such target
	 */
	public List<Finding> check(Draft draft, @Nullable String target) {
		return check(draft, target, null);
	}

	/**
	 * Checks the same as an edit of something that is bound.
	 * @param draft the definition, complete or not
	 * @param target name of the target it is for; null for the standard one
	 * @param bond what holds it besides the rules that hold all; null for nothing
	 * @return what is wrong or risky, in document order
	 * @throws dev.understudy.target.UnknownTargetException if there is no such target
	 */
	public List<Finding> check(Draft draft, @Nullable String target, @Nullable Bond bond) {
		return this.views.findings(draft, target(target), bond);
	}

	/**
	 * Checks the latest revision as it would be checked on submitting, in any phase.
	 * @param id the experiment
	 * @return what is wrong or risky, with what came of the last attempt to create it
	 * @throws UnknownExperimentException if there is no such experiment
	 */
	@Transactional(readOnly = true)
	public List<Finding> check(UUID id) {
		Experiment experiment = this.store.get(id);
		return this.views.findings(experiment, this.store.latest(experiment));
	}

	private Target target(@Nullable String name) {
		return (name != null) ? this.targets.get(name) : this.targets.standard();
	}

	/** A token acts for the user before the slash. */
	static String owner(Actor by) {
		return by.name().split("/", 2)[0];
	}

	private static int number(PageToken token, UUID id) {
		try {
			if (token.values().getFirst().equals(id.toString())) {
				return Integer.parseInt(token.values().getLast());
			}
		}
		catch (NumberFormatException ex) {
			throw new PageTokenException(ex);
		}
		throw new PageTokenException(null);
	}

}
