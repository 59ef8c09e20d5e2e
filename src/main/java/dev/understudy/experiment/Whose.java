package dev.understudy.experiment;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

import org.jspecify.annotations.Nullable;

import dev.understudy.delivery.OperationState;

/**
 * Whose an experiment is that stands in SageMaker.
 */
public sealed interface Whose {

	/** One of ours has it, or its name. */
	sealed interface Held extends Whose {

		/**
		 * Who holds it.
		 * @return the experiment
		 */
		UUID experimentId();

	}

	/**
	 * It is under management here.
	 *
	 * @param experimentId the experiment
	 */
	record Ours(UUID experimentId) implements Held {

	}

	/**
	 * It may be ours: an operation is making it, or a deletion was only just seen. Time
	 * tells.
	 *
	 * @param experimentId the experiment it may be
	 */
	record Pending(UUID experimentId) implements Held {

	}

	/** No installation has marked it. */
	record Foreign() implements Whose {

	}

	/** Another installation has marked it. */
	record OtherInstallation() implements Whose {

	}

	/**
	 * This installation has marked it, and yet does not have it.
	 *
	 * @param operationId the operation that made it, known here or not
	 * @param experimentId the experiment it was made for; null if the operation is not
	 * known here
	 */
	record Orphan(UUID operationId, @Nullable UUID experimentId) implements Whose {

	}

	/**
	 * What its name and creation time tell, before its tags were read.
	 * @param created when SageMaker created it
	 * @param namesakes ours that have or had the name
	 * @return nothing if it is neither ours nor may become so
	 */
	static Optional<Held> byName(@Nullable Instant created, List<Namesake> namesakes) {
		return namesakes.stream()
			.filter((one) -> one.is(created))
			.<Held>map((one) -> new Ours(one.id()))
			.findFirst()
			.or(() -> namesakes.stream()
				.filter(Namesake::mayBeCreating)
				.map((one) -> new Pending(one.id()))
				.findFirst());
	}

	/**
	 * What everything tells that is known.
	 * @param stray what stands in SageMaker, its tags read
	 * @param installation the name of this installation
	 * @param maker the operation its tag names, if that is known here
	 * @param namesakes ours that have or had the name, read after the operation was
	 * @param settled what was gone before then is believed to be gone
	 * @return whose it is
	 */
	static Whose of(Stray stray, UUID installation, @Nullable Maker maker, List<Namesake> namesakes, Instant settled) {
		return byName(stray.creationTime(), namesakes).<Whose>map((held) -> held)
			.orElseGet(() -> OwnerTag.parse(stray.ownerTag())
				.map((tag) -> tag.installation().equals(installation)
						? ofThisInstallation(stray, tag, maker, namesakes, settled) : new OtherInstallation())
				.orElseGet(Foreign::new));
	}

	private static Whose ofThisInstallation(Stray stray, OwnerTag tag, @Nullable Maker maker, List<Namesake> namesakes,
			Instant settled) {
		if (maker == null) {
			return new Orphan(tag.operation(), null);
		}
		if (!maker.name().equalsIgnoreCase(stray.name())) {
			// A name never changes, so somebody copied the tags.
			return new Foreign();
		}
		boolean pending = !maker.state().isFinal()
				|| (maker.state() == OperationState.CONFIRMED && isJustGone(maker.experimentId(), namesakes, settled));
		return pending ? new Pending(maker.experimentId()) : new Orphan(tag.operation(), maker.experimentId());
	}

	private static boolean isJustGone(UUID experimentId, List<Namesake> namesakes, Instant settled) {
		return namesakes.stream()
			.filter((one) -> one.id().equals(experimentId))
			.anyMatch((one) -> one.goneAt() != null && one.goneAt().isAfter(settled));
	}

}
