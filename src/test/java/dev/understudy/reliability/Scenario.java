package dev.understudy.reliability;

import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.Semaphore;
import java.util.function.Supplier;

import org.awaitility.Awaitility;
import org.springframework.context.ApplicationContext;
import org.springframework.transaction.support.TransactionTemplate;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;

import dev.understudy.Patience;
import dev.understudy.actor.Actor;
import dev.understudy.actor.Role;
import dev.understudy.definition.Definition;
import dev.understudy.definition.Draft;
import dev.understudy.definition.Drafts;
import dev.understudy.delivery.NewOperation;
import dev.understudy.delivery.Operation;
import dev.understudy.delivery.Operations;
import dev.understudy.delivery.Subject;
import dev.understudy.experiment.Experiments;
import dev.understudy.experiment.NewDraft;
import dev.understudy.target.Targets;

/**
 * Carries one operation past a {@link FaultPoint} where a {@link Fault} waits for it, and
 * tells what came of it.
 */
final class Scenario {

	private static final Actor ADA = new Actor(Actor.Kind.USER, "ada", Role.ADMIN.permissions(), "scenario", null);

	private static final List<String> ENDPOINTS = List.of("fraud-prod", "ranking-prod", "search-prod", "churn-prod",
			"pricing-prod", "vision-prod");

	private static final String DESCRIPTION = "As it was";

	private static final Map<String, Semaphore> STAGES = new ConcurrentHashMap<>();

	private final Experiments experiments;

	private final Operations operations;

	private final Targets targets;

	private final TransactionTemplate transaction;

	private final Injection injection;

	private final Harm harm;

	private final Plan plan;

	private final Outsider outsider;

	Scenario(ApplicationContext context, Harm harm, Plan plan, Outsider outsider) {
		this.experiments = context.getBean(Experiments.class);
		this.operations = context.getBean(Operations.class);
		this.targets = context.getBean(Targets.class);
		this.transaction = context.getBean(TransactionTemplate.class);
		this.injection = context.getBean(Injection.class);
		this.harm = harm;
		this.plan = plan;
		this.outsider = outsider;
	}

	/** The operation that met the fault, at its end. */
	Operation run(Cell cell) throws InterruptedException {
		if (cell.point() == FaultPoint.STOP) {
			Semaphore stage = STAGES.computeIfAbsent(endpoint(cell), (name) -> new Semaphore(1));
			stage.acquire();
			try {
				return change(cell);
			}
			finally {
				stage.release();
			}
		}
		return cell.point().isChange() ? change(cell) : create(cell);
	}

	/** Creates the experiment of a cell in peace. */
	Operation create(String name) {
		return end(submit(definition(name, "speech-prod")));
	}

	private Operation create(Cell cell) {
		boolean stale = cell.point() == FaultPoint.OBSERVE && cell.fault() == Fault.STALE_DESCRIBE;
		if (stale) {
			// The first look shows nothing anyway: the one after the Create is to be old.
			this.plan.add(Objects.requireNonNull(FaultPoint.OBSERVE.call()), cell.name(), List.of(Trouble.NONE));
		}
		if (stale || cell.point() == FaultPoint.TAGS) {
			// Only then does anybody look again, and read tags.
			this.plan.add(Objects.requireNonNull(FaultPoint.SEND.call()), cell.name(), List.of(Trouble.ANSWER_LOST));
		}
		return meet(cell, () -> submit(definition(cell.name(), endpoint(cell))));
	}

	private Operation change(Cell cell) {
		Definition definition = definition(cell.name(), endpoint(cell));
		Operation created = end(submit(definition));
		Subject subject = new Subject(Objects.requireNonNull(created.arn()), null, created.ownerTag());
		NewOperation.About about = new NewOperation.About(created.experimentId(), this.targets.standard(), cell.name(),
				subject);
		if (cell.point() == FaultPoint.STOP) {
			end(ask(NewOperation.start(about)));
			await(cell.name(), "Running");
		}
		else {
			await(cell.name(), "Created");
		}
		switch (cell.fault()) {
			case DELETED_OUTSIDE -> deleteOutside(cell);
			case FOREIGN_OF_THE_SAME_NAME -> {
				deleteOutside(cell);
				this.outsider.create(definition.json());
			}
			default -> {
				return meet(cell, () -> ask(wanted(cell, about)));
			}
		}
		return end(ask(wanted(cell, about)));
	}

	private void deleteOutside(Cell cell) {
		if (cell.point() == FaultPoint.STOP) {
			this.outsider.stop(cell.name());
			await(cell.name(), "Completed");
		}
		this.outsider.delete(cell.name());
	}

	private static NewOperation wanted(Cell cell, NewOperation.About about) {
		ObjectNode payload = JsonNodeFactory.instance.objectNode();
		return switch (cell.point()) {
			case STOP -> {
				payload.putObject("ModelVariantActions").put("production", "Retain").put("shadow", "Remove");
				yield NewOperation.stop(about, payload.put("DesiredState", "Completed"));
			}
			case UPDATE -> NewOperation.update(about, payload.put("Description", "Changed by " + cell),
					JsonNodeFactory.instance.objectNode().put("Description", DESCRIPTION));
			case DELETE -> NewOperation.delete(about);
			default -> throw new IllegalArgumentException("No change: " + cell);
		};
	}

	// Armed in the transaction that asks, before anybody can work on it.
	private Operation meet(Cell cell, Supplier<UUID> asking) {
		boolean onTheWire = !cell.fault().troubles().isEmpty();
		if (onTheWire) {
			this.plan.add(Objects.requireNonNull(cell.point().call()), cell.name(), cell.fault().troubles());
		}
		UUID id = this.transaction.execute((status) -> {
			UUID asked = asking.get();
			if (!onTheWire) {
				this.injection.arm(cell.point(), asked, this.harm.of(cell.fault(), asked));
			}
			return asked;
		});
		Operation ended = end(id);
		boolean met = onTheWire ? this.plan.isOver(Objects.requireNonNull(cell.point().call()), cell.name())
				: this.injection.isMet(cell.point(), id);
		if (!met) {
			throw new AssertionError("%s: the operation ended as %s without meeting it".formatted(cell, ended.state()));
		}
		return ended;
	}

	private UUID submit(Definition definition) {
		return Objects.requireNonNull(this.transaction.execute((status) -> {
			UUID experiment = this.experiments.draft(new NewDraft(null, Draft.parse(definition.json())), ADA)
				.experiment()
				.getId();
			return this.experiments.submit(experiment, null, ADA);
		}));
	}

	private UUID ask(NewOperation wanted) {
		return Objects.requireNonNull(this.transaction.execute((status) -> this.operations.ask(wanted, ADA).id()));
	}

	private Operation end(UUID id) {
		await(() -> this.operations.get(id).operation().state().isFinal());
		return this.operations.get(id).operation();
	}

	private void await(String name, String status) {
		await(() -> this.outsider.describe(name).path("Status").asString().equals(status));
	}

	private static void await(Callable<Boolean> state) {
		Awaitility.await().atMost(Patience.LONG).pollInterval(Duration.ofMillis(100)).ignoreExceptions().until(state);
	}

	private static String endpoint(Cell cell) {
		return ENDPOINTS.get(Math.floorMod(cell.fault().ordinal(), ENDPOINTS.size()));
	}

	private static Definition definition(String name, String endpoint) {
		Instant start = Instant.now().truncatedTo(ChronoUnit.SECONDS).plus(Duration.ofHours(20));
		return Drafts.definition(Drafts.change(
				Drafts.change(
						Drafts.change(Drafts.with("/Name", name), "/EndpointName", endpoint)
							.with("/Description", JsonNodeFactory.instance.stringNode(DESCRIPTION)),
						"/Schedule/StartTime", start.toString()),
				"/Schedule/EndTime", start.plus(Duration.ofDays(2)).toString()));
	}

}
