package dev.understudy.experiment;

import java.time.Instant;
import java.util.List;
import java.util.Set;
import java.util.UUID;

import org.jspecify.annotations.Nullable;

import dev.understudy.target.Target;

/**
 * Tells which experiments use an endpoint, or are going to, without asking SageMaker.
 * Each module that knows of experiments has a bean of this type.
 */
@FunctionalInterface
public interface EndpointUses {

	/**
	 * Who uses an endpoint.
	 * @param target the AWS account and region
	 * @param endpoint the endpoint's name
	 * @return experiments that are not over
	 */
	List<Use> of(Target target, String endpoint);

	/**
	 * An experiment on an endpoint.
	 *
	 * @param name its name in SageMaker
	 * @param experimentId its id here; null for one that is not under management
	 * @param status its status as SageMaker returned it; null while it is on its way
	 * there
	 * @param start when it starts or started; null if nobody knows, or at once
	 * @param end when it is to end; null if nobody knows
	 */
	record Use(String name, @Nullable UUID experimentId, @Nullable String status, @Nullable Instant start,
			@Nullable Instant end) {

		private static final Set<String> OVER = Set.of("Completed", "Cancelled");

		/**
		 * Whether SageMaker said that it has ended.
		 * @return true for a status that never changes again
		 */
		public boolean isOver() {
			return this.status != null && OVER.contains(this.status);
		}

		/**
		 * Whether it has the endpoint at some moment, as far as that is known.
		 * @param now the moment
		 * @return false while it only waits for its start
		 */
		public boolean isActive(Instant now) {
			return !"Created".equals(this.status) && (this.start == null || !this.start.isAfter(now));
		}

		/**
		 * Whether it may have the endpoint within a time.
		 * @param from the beginning
		 * @param until the end
		 * @return false only where its schedule says that it does not
		 */
		public boolean isWithin(Instant from, Instant until) {
			return (this.start == null || this.start.isBefore(until)) && (this.end == null || this.end.isAfter(from));
		}

	}

}
