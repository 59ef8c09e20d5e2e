package dev.understudy.delivery;

import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.function.Function;

import org.awaitility.Awaitility;
import org.springframework.beans.factory.config.BeanPostProcessor;
import org.springframework.boot.test.context.TestConfiguration;
import org.springframework.context.annotation.Bean;
import org.springframework.context.event.EventListener;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.support.TransactionTemplate;

import dev.understudy.actor.Actor;
import dev.understudy.definition.Definition;
import dev.understudy.definition.Drafts;
import dev.understudy.sagemaker.ShadowTests;
import dev.understudy.target.Targets;
import tools.jackson.databind.node.JsonNodeFactory;

/**
 * Submits definitions to delivery and listens to what becomes of them.
 */
@TestConfiguration(proxyBeanMethods = false)
class Submissions {

	static final Actor ADA = new Actor(Actor.Kind.USER, "ada", Set.of(), "request", null);

	static final String ROLE = "arn:aws:iam::111122223333:role/shadow";

	static final String DESCRIPTION = "As it was";

	private final Operations operations;

	private final Targets targets;

	private final TransactionTemplate transaction;

	private final JdbcClient jdbc;

	private final Sweep sweep;

	private final List<OperationOutcome> outcomes = new CopyOnWriteArrayList<>();

	private final List<Trace> traces = new CopyOnWriteArrayList<>();

	private final Gate gate;

	private final CountedShadowTests calls;

	Submissions(Operations operations, Targets targets, TransactionTemplate transaction, JdbcClient jdbc, Sweep sweep,
			Gate gate, ShadowTests calls) {
		this.operations = operations;
		this.targets = targets;
		this.transaction = transaction;
		this.jdbc = jdbc;
		this.sweep = sweep;
		this.gate = gate;
		this.calls = (CountedShadowTests) calls;
	}

	static Definition definition(String name, String role, Duration startsIn) {
		Instant start = Instant.now().truncatedTo(ChronoUnit.SECONDS).plus(startsIn);
		var texts = JsonNodeFactory.instance;
		return Drafts.definition(Drafts.complete()
			.with("/Name", texts.stringNode(name))
			.with("/RoleArn", texts.stringNode(role))
			.with("/Description", texts.stringNode(DESCRIPTION))
			.with("/Schedule/StartTime", texts.stringNode(start.toString()))
			.with("/Schedule/EndTime", texts.stringNode(start.plus(Duration.ofDays(2)).toString())));
	}

	UUID submit(String name) {
		return submit(UUID.randomUUID(), name);
	}

	UUID submit(UUID experiment, String name) {
		return submit(experiment, definition(name, ROLE, Duration.ofHours(2)));
	}

	UUID submit(String name, String endpoint) {
		Definition definition = definition(name, ROLE, Duration.ofHours(2));
		return submit(Drafts
			.definition(definition.draft().with("/EndpointName", JsonNodeFactory.instance.stringNode(endpoint))));
	}

	boolean isHeld(String name) {
		return this.jdbc.sql("select count(*) from operation where name = :name and holds_name")
			.param("name", name)
			.query(Long.class)
			.single() > 0;
	}

	UUID submit(Definition definition) {
		return submit(UUID.randomUUID(), definition);
	}

	private UUID submit(UUID experiment, Definition definition) {
		return this.transaction.execute((status) -> this.operations
			.ask(NewOperation.create(experiment, this.targets.standard(), definition), ADA)
			.id());
	}

	/** Asks for a change of what an operation has created. */
	UUID ask(OperationView created, Function<NewOperation.About, NewOperation> change) {
		Operation create = created.operation();
		NewOperation.About about = new NewOperation.About(create.experimentId(), this.targets.standard(), create.name(),
				new Subject(String.valueOf(create.arn()), null, create.ownerTag()));
		return this.transaction.execute((status) -> this.operations.ask(change.apply(about), ADA).id());
	}

	OperationView endOf(UUID id) {
		await(() -> this.operations.get(id).operation().state().isFinal());
		return this.operations.get(id);
	}

	void awaitWaiting(UUID id, WaitingFor.Kind kind) {
		await(() -> {
			WaitingFor waitingFor = this.operations.get(id).operation().waitingFor();
			return waitingFor != null && waitingFor.kind() == kind;
		});
	}

	void awaitAttempt(UUID id) {
		await(() -> !this.operations.get(id).attempts().isEmpty());
	}

	void await(Callable<Boolean> state) {
		Awaitility.await().pollInterval(Duration.ofMillis(20)).until(state);
	}

	/** As if the operation had belonged to another installation. */
	void forget(UUID id) {
		this.jdbc.sql("update operation set holds_name = false where id = :id").param("id", id).update();
	}

	void loseJob(UUID id) {
		await(() -> this.jdbc
			.sql("delete from scheduled_tasks where task_name = 'deliver' and task_instance = :id and not picked")
			.param("id", id.toString())
			.update() == 1);
	}

	/** Leaves nothing behind that the next test could meet. */
	void awaitTheEndOfAll() {
		await(() -> this.jdbc.sql("select count(*) from operation where ended_at is null")
			.query(Long.class)
			.single() == 0);
	}

	CountedShadowTests calls() {
		return this.calls;
	}

	void sweep() {
		this.sweep.run();
	}

	void pause() {
		this.gate.paused = true;
	}

	void open() {
		this.gate.paused = false;
	}

	List<OperationOutcome> outcomes(OperationView view) {
		return this.outcomes.stream().filter((it) -> it.operationId().equals(view.operation().id())).toList();
	}

	List<String> actions(OperationView view) {
		return this.traces.stream()
			.filter((it) -> view.operation().experimentId().equals(it.experimentId()))
			.map(Trace::action)
			.toList();
	}

	@EventListener
	void on(OperationOutcome outcome) {
		this.outcomes.add(outcome);
	}

	@EventListener
	void on(Trace trace) {
		this.traces.add(trace);
	}

	@TestConfiguration(proxyBeanMethods = false)
	static class Gate {

		private volatile boolean paused;

		@Bean
		static BeanPostProcessor counting() {
			return new BeanPostProcessor() {
				@Override
				public Object postProcessAfterInitialization(Object bean, String beanName) {
					return (bean instanceof ShadowTests door) ? new CountedShadowTests(door) : bean;
				}
			};
		}

		@Bean
		BeforeSending testGate() {
			return (operation, now) -> this.paused ? Optional.of(new ClosedGate("test", "Paused by the test", true))
					: Optional.empty();
		}

	}

}
