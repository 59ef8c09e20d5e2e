package dev.understudy.delivery;

import java.util.Objects;
import java.util.UUID;

import org.awaitility.Awaitility;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.transaction.support.TransactionTemplate;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;

import dev.understudy.Patience;
import dev.understudy.sagemaker.ShadowTests;
import dev.understudy.target.Target;
import dev.understudy.target.Targets;

/**
 * A change over which a process is killed: to an experiment of its own, that is created,
 * and started if it is to be stopped, before anything goes wrong.
 */
final class KilledChange {

	private final Operations operations;

	private final TransactionTemplate transaction;

	private final ShadowTests shadowTests;

	private final Target target;

	private final ConfigurableApplicationContext context;

	private final KilledAt killed;

	KilledChange(ConfigurableApplicationContext context, KilledAt killed) {
		this.operations = context.getBean(Operations.class);
		this.transaction = context.getBean(TransactionTemplate.class);
		this.shadowTests = context.getBean(ShadowTests.class);
		this.target = context.getBean(Targets.class).standard();
		this.context = context;
		this.killed = killed;
	}

	/** Asks for it. */
	void ask(Runnable ready) {
		UUID id = DeliveryAlone.submit(this.context, DeliveryAlone.name(this.killed));
		DeliveryAlone.awaitTheEndOfAll(this.context);
		Operation created = this.operations.get(id).operation();
		NewOperation.About about = new NewOperation.About(created.experimentId(), this.target, created.name(),
				new Subject(Objects.requireNonNull(created.arn()), null, created.ownerTag()));
		await(created.name(), "Created");
		if (this.killed == KilledAt.STOPPED) {
			ask(NewOperation.start(about));
			DeliveryAlone.awaitTheEndOfAll(this.context);
			await(created.name(), "Running");
		}
		ready.run();
		ask(wanted(about));
	}

	private NewOperation wanted(NewOperation.About about) {
		ObjectNode payload = JsonNodeFactory.instance.objectNode();
		return switch (this.killed) {
			case STOPPED -> {
				payload.putObject("ModelVariantActions").put("production", "Retain").put("shadow", "Remove");
				yield NewOperation.stop(about, payload);
			}
			case UPDATING, UPDATED -> NewOperation.update(about, payload.put("Description", "Changed"),
					JsonNodeFactory.instance.objectNode().put("Description", Submissions.DESCRIPTION));
			case DELETED -> NewOperation.delete(about);
			default -> throw new IllegalStateException("No change: " + this.killed);
		};
	}

	private void ask(NewOperation wanted) {
		this.transaction.executeWithoutResult((status) -> this.operations.ask(wanted, Submissions.ADA));
	}

	private void await(String name, String status) {
		Awaitility.await()
			.atMost(Patience.LONG)
			.until(() -> this.shadowTests.describe(this.target, name).value().status().equals(status));
	}

}
