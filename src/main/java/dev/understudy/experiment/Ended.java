package dev.understudy.experiment;

import java.time.Instant;

import jakarta.persistence.Column;
import jakarta.persistence.Embeddable;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import org.jspecify.annotations.Nullable;

/**
 * How and when an experiment ended.
 *
 * @param how the way it ended
 * @param at when, as SageMaker says where it does
 * @param goneAt when SageMaker was found not to know it any more, which frees its name;
 * null as long as it is there as far as we know
 */
@Embeddable
public record Ended(@Enumerated(EnumType.STRING) @Column(name = "ending") Ending how,
		@Column(name = "ended_at") Instant at, @Nullable Instant goneAt) {

	static Ended of(Ending how, @Nullable Sighting last, Instant now) {
		Instant completed = (last != null) ? last.completionTime() : null;
		boolean gone = how == Ending.GONE || how == Ending.DELETED;
		return new Ended(how, (completed != null) ? completed : now, gone ? now : null);
	}

	Ended gone(Instant now) {
		return new Ended(this.how, this.at, now);
	}

}
