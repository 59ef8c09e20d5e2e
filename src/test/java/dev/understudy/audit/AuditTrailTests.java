package dev.understudy.audit;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.UUID;

import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.context.annotation.Import;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.IllegalTransactionStateException;
import org.springframework.transaction.support.TransactionTemplate;

import dev.understudy.TestDatabase;
import dev.understudy.actor.Actor;
import dev.understudy.shell.Page;
import dev.understudy.shell.PageToken;
import dev.understudy.shell.PageTokenException;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatException;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

@SpringBootTest
@Import(TestDatabase.class)
class AuditTrailTests {

	private static final Actor ADA = new Actor(Actor.Kind.USER, "ada", Set.of(), "request-1", "192.0.2.7");

	private final AuditTrail trail;

	private final ApplicationEventPublisher events;

	private final TransactionTemplate transaction;

	private final JdbcClient jdbc;

	@Autowired
	AuditTrailTests(AuditTrail trail, ApplicationEventPublisher events, TransactionTemplate transaction,
			JdbcClient jdbc) {
		this.trail = trail;
		this.events = events;
		this.transaction = transaction;
		this.jdbc = jdbc;
	}

	@Test
	void keepsEverythingAnEventSays() {
		UUID experiment = UUID.randomUUID();
		publish(new Change(ADA, experiment, "experiment.revised"));
		assertThat(this.trail.ofExperiment(experiment, 10, null).items()).singleElement().satisfies((entry) -> {
			assertThat(entry.actorKind()).isEqualTo("user");
			assertThat(entry.actorName()).isEqualTo("ada");
			assertThat(entry.action()).isEqualTo("experiment.revised");
			assertThat(entry.target()).isEqualTo("sandbox");
			assertThat(entry.before()).isEqualTo("{\"Name\": \"a\"}");
			assertThat(entry.after()).isEqualTo("{\"Name\": \"b\"}");
			assertThat(entry.reason()).isEqualTo("because");
			assertThat(entry.requestId()).isEqualTo("request-1");
			assertThat(entry.awsRequestId()).isEqualTo("aws-1");
			assertThat(entry.address()).isEqualTo("192.0.2.7");
			assertThat(entry.id().version()).isEqualTo(7);
			assertThat(this.trail.get(entry.id())).contains(entry);
		});
	}

	@Test
	void withoutATransactionThereIsNoEntryAndAnError() {
		UUID experiment = UUID.randomUUID();
		assertThatExceptionOfType(IllegalTransactionStateException.class)
			.isThrownBy(() -> this.events.publishEvent(new Change(ADA, experiment, "experiment.revised")));
		assertThat(this.trail.ofExperiment(experiment, 10, null).items()).isEmpty();
	}

	@Test
	void anEntryGoesWithItsChange() {
		UUID experiment = UUID.randomUUID();
		this.transaction.executeWithoutResult((status) -> {
			this.events.publishEvent(new Change(ADA, experiment, "experiment.revised"));
			status.setRollbackOnly();
		});
		assertThat(this.trail.ofExperiment(experiment, 10, null).items()).isEmpty();
	}

	@ParameterizedTest
	@ValueSource(strings = { "update audit_entry set actor_name = 'eve'", "delete from audit_entry",
			"truncate audit_entry", "truncate audit_entry cascade" })
	void theDatabaseRefusesToChangeTheTrail(String statement) {
		publish(new Change(ADA, UUID.randomUUID(), "experiment.revised"));
		assertThatException().isThrownBy(() -> this.jdbc.sql(statement).update())
			.havingRootCause()
			.withMessageContaining("audit_entry is append-only");
	}

	@Test
	void pagesFollowOneAnotherWithoutGapOrRepetition() {
		UUID experiment = UUID.randomUUID();
		// One transaction: all of them have the same time.
		this.transaction.executeWithoutResult((status) -> {
			for (int i = 0; i < 5; i++) {
				this.events.publishEvent(new Change(ADA, experiment, "experiment.revised"));
			}
		});
		publish(new Change(ADA, experiment, "experiment.submitted"));
		List<AuditEntry> all = this.trail.ofExperiment(experiment, 200, null).items();
		List<AuditEntry> paged = new ArrayList<>();
		String token = null;
		do {
			Page<AuditEntry> page = this.trail.ofExperiment(experiment, 2, token);
			paged.addAll(page.items());
			token = page.nextPageToken();
		}
		while (token != null);
		assertThat(paged).hasSize(6).isEqualTo(all);
		assertThat(paged.getFirst().action()).isEqualTo("experiment.submitted");
	}

	@Test
	void findsByEachFilterAlone() {
		UUID experiment = UUID.randomUUID();
		Actor bob = new Actor(Actor.Kind.TOKEN, "bob-" + experiment, Set.of(), "request-" + experiment, null);
		publish(new Change(bob, experiment, "probe.made"));
		publish(new Change(ADA, UUID.randomUUID(), "probed.made"));
		AuditEntry entry = this.trail.ofExperiment(experiment, 1, null).items().getFirst();
		assertThat(search(new AuditQuery(bob.name(), null, null, null, null, null, null))).containsExactly(entry);
		assertThat(search(new AuditQuery(null, "probe.made", null, null, null, null, null))).contains(entry);
		assertThat(search(new AuditQuery(null, "probe", null, null, null, null, null))).contains(entry)
			.allSatisfy((found) -> assertThat(found.action()).startsWith("probe."));
		assertThat(search(new AuditQuery(null, null, null, null, null, null, "request-" + experiment)))
			.containsExactly(entry);
		assertThat(search(new AuditQuery(null, null, null, "sandbox", null, null, null))).contains(entry);
		assertThat(search(new AuditQuery(null, null, null, null, entry.at(), null, null))).contains(entry);
		assertThat(search(new AuditQuery(null, null, null, null, null, entry.at(), null))).doesNotContain(entry);
		assertThat(search(new AuditQuery(null, null, null, null, Instant.parse("2100-01-01T00:00:00Z"), null, null)))
			.isEmpty();
		assertThat(search(AuditQuery.ALL)).contains(entry);
	}

	@Test
	void aPageTokenOfAnotherListIsRefused() {
		String foreign = PageToken.of("yesterday", "1").encode();
		assertThatExceptionOfType(PageTokenException.class)
			.isThrownBy(() -> this.trail.search(AuditQuery.ALL, 10, foreign));
	}

	private List<AuditEntry> search(AuditQuery query) {
		return this.trail.search(query, 200, null).items();
	}

	private void publish(Audited event) {
		this.transaction.executeWithoutResult((status) -> this.events.publishEvent(event));
	}

	record Change(Actor actor, @Nullable UUID experimentId, String action) implements Audited {

		@Override
		public String target() {
			return "sandbox";
		}

		@Override
		public String before() {
			return "{\"Name\":\"a\"}";
		}

		@Override
		public String after() {
			return "{\"Name\":\"b\"}";
		}

		@Override
		public String reason() {
			return "because";
		}

		@Override
		public String awsRequestId() {
			return "aws-1";
		}

	}

}
