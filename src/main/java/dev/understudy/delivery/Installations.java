package dev.understudy.delivery;

import java.time.Instant;
import java.util.Optional;
import java.util.UUID;

import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.beans.factory.InitializingBean;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;
import org.springframework.transaction.support.TransactionTemplate;

import dev.understudy.actor.Actor;
import dev.understudy.database.DatabaseClock;
import dev.understudy.database.Ids;

/**
 * What this installation is called. Its name stands in the configuration and in the
 * database; where they differ, the database was copied or moved, and nothing is sent
 * until somebody says which.
 */
@Service
public class Installations implements InitializingBean {

	private static final Logger logger = LoggerFactory.getLogger(Installations.class);

	private final JdbcClient jdbc;

	private final ConfiguredName configured;

	private final Ids ids;

	private final DatabaseClock clock;

	private final Endings endings;

	private final OperationStore store;

	private final ApplicationEventPublisher events;

	private final TransactionTemplate transaction;

	private volatile boolean agreed;

	Installations(JdbcClient jdbc, ConfiguredName configured, Ids ids, DatabaseClock clock, Endings endings,
			OperationStore store, ApplicationEventPublisher events, TransactionTemplate transaction) {
		this.jdbc = jdbc;
		this.configured = configured;
		this.ids = ids;
		this.clock = clock;
		this.endings = endings;
		this.store = store;
		this.events = events;
		this.transaction = transaction;
	}

	@Override
	public void afterPropertiesSet() {
		this.transaction.executeWithoutResult((status) -> settleName());
		if (!agree()) {
			logger.warn(
					"Nothing is sent from here: this database belongs to installation {}, which is not what the configuration says ({}). Set understudy.installation-id to it on every replica, or have an admin say on the settings page whether the database was moved or copied",
					name(), this.configured.find().map(UUID::toString).orElse("nothing"));
		}
	}

	// A database without a name is new and takes the configuration's, or gives one to it.
	private void settleName() {
		this.jdbc.sql("lock table installation in share row exclusive mode").update();
		if (current().isEmpty()) {
			UUID name = this.configured.find().orElseGet(this.ids::next);
			write(name, "made");
			if (this.configured.find().isEmpty()) {
				this.configured.keep(name);
			}
		}
	}

	/**
	 * The name that new operations carry in their tag.
	 * @return the name in the database
	 */
	public UUID name() {
		return current().orElseThrow(() -> new IllegalStateException("This installation has no name"));
	}

	/**
	 * Whether configuration and database call it the same.
	 * @return true if they do; once true it stays so for this process
	 */
	public boolean agree() {
		if (!this.agreed) {
			this.agreed = this.configured.find().equals(current());
		}
		return this.agreed;
	}

	/**
	 * An admin says that this is the same installation in another place: it takes the
	 * configuration's name, and what is unfinished goes on.
	 * @param by who says so
	 */
	@Transactional
	public void moved(Actor by) {
		rename(by, "moved");
	}

	/**
	 * An admin says that this is a copy of an installation that goes on elsewhere: it
	 * takes the configuration's name, and what is unfinished ends here.
	 * @param by who says so
	 */
	@Transactional
	public void copied(Actor by) {
		rename(by, "copied");
		this.jdbc.sql("select id from operation where state in ('queued', 'sending') for update")
			.query(UUID.class)
			.list()
			.forEach((id) -> this.store.find(id)
				.ifPresent((operation) -> this.endings.cancelled(operation,
						OperationError.ours(OperationError.COPIED, Sentences.say("copied")))));
	}

	private void rename(Actor by, String how) {
		UUID before = name();
		Optional<UUID> named = this.configured.find();
		UUID after = named.orElseGet(this.ids::next);
		if (after.equals(before)) {
			throw new OperationEndedException("Configuration and database agree on the name of this installation");
		}
		write(after, how);
		if (named.isEmpty()) {
			this.configured.keep(after);
		}
		this.events.publishEvent(new Trace(by, "installation." + how, null, null, Trace.json("name", before.toString()),
				Trace.json("name", after.toString()), null, null));
	}

	private Optional<UUID> current() {
		return this.jdbc.sql("select id from installation order by since desc limit 1").query(UUID.class).optional();
	}

	private void write(UUID name, String how) {
		Instant now = this.clock.now();
		this.jdbc.sql("""
				insert into installation (id, since, how) values (:id, :since, :how)
				on conflict (id) do update set since = excluded.since, how = excluded.how""")
			.param("id", name)
			.param("since", OperationRows.column(now))
			.param("how", how)
			.update();
	}

}
