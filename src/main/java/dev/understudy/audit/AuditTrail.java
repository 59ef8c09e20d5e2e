package dev.understudy.audit;

import java.util.Optional;
import java.util.UUID;

import org.jspecify.annotations.Nullable;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

import dev.understudy.database.Ids;
import dev.understudy.shell.Page;

/**
 * The trail: hears every {@link Audited} event within the transaction that makes the
 * change, and finds entries again. Nothing here changes or removes one; the database
 * refuses that too.
 */
@Service
public class AuditTrail {

	private final AuditEntries entries;

	private final Ids ids;

	AuditTrail(AuditEntries entries, Ids ids) {
		this.entries = entries;
		this.ids = ids;
	}

	@EventListener
	@Transactional(propagation = Propagation.MANDATORY)
	void record(Audited event) {
		this.entries.append(this.ids.next(), event);
	}

	/**
	 * Finds entries, the latest first.
	 * @param query which ones
	 * @param size at most this many
	 * @param token where an earlier page ended, or null for the first
	 * @return a page of entries
	 */
	@Transactional(readOnly = true)
	public Page<AuditEntry> search(AuditQuery query, int size, @Nullable String token) {
		return this.entries.find(query, size, token);
	}

	/**
	 * Finds what was done to one experiment, the latest first.
	 * @param experimentId its id
	 * @param size at most this many
	 * @param token where an earlier page ended, or null for the first
	 * @return a page of entries
	 */
	@Transactional(readOnly = true)
	public Page<AuditEntry> ofExperiment(UUID experimentId, int size, @Nullable String token) {
		return this.entries.find(AuditQuery.ofExperiment(experimentId), size, token);
	}

	/**
	 * Reads one entry.
	 * @param id its id
	 * @return the entry, or empty if there is none
	 */
	@Transactional(readOnly = true)
	public Optional<AuditEntry> get(UUID id) {
		return this.entries.get(id);
	}

}
