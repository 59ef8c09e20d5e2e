package dev.understudy.experiment;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.UUID;

import org.jspecify.annotations.Nullable;

/**
 * An experiment of ours that has, or had, a name in SageMaker.
 *
 * @param id our own id
 * @param sortName its name in lower case: names that differ in case only are one name
 * @param phase its phase
 * @param conflict whether its submission ended because something else has the name
 * @param creationTime when SageMaker created it, as far as it was seen
 * @param goneAt when it was known to be gone from SageMaker
 */
record Namesake(UUID id, String sortName, Phase phase, boolean conflict, @Nullable Instant creationTime,
		@Nullable Instant goneAt) {

	static final String COLUMNS = "id, sort_name, phase, setback_kind, creation_time, gone_at";

	static Namesake of(ResultSet row, int index) throws SQLException {
		return new Namesake(row.getObject("id", UUID.class), row.getString("sort_name"),
				Phase.valueOf(row.getString("phase")), "CONFLICT".equals(row.getString("setback_kind")),
				Columns.timeOrNull(row, "creation_time"), Columns.timeOrNull(row, "gone_at"));
	}

	/**
	 * Whether a submission that is under way may turn out to have made what is seen.
	 */
	boolean mayBeCreating() {
		return this.phase == Phase.SUBMITTING && !this.conflict;
	}

	/**
	 * Whether it is what is seen. A live one is, whatever was seen: that another one took
	 * its place is for those to conclude who watch it.
	 */
	boolean is(@Nullable Instant created) {
		return this.phase == Phase.LIVE || (hasEndedThere() && !isOther(created));
	}

	/**
	 * Whether what is seen stands where this one had ended, so that this one is gone: a
	 * name is unique among what exists.
	 */
	boolean isReplacedBy(@Nullable Instant created) {
		return hasEndedThere() && created != null && this.creationTime != null && created.isAfter(this.creationTime);
	}

	private boolean hasEndedThere() {
		return this.phase == Phase.ENDED && this.goneAt == null;
	}

	private boolean isOther(@Nullable Instant created) {
		return created != null && this.creationTime != null && !created.equals(this.creationTime);
	}

}
