package dev.understudy.experiment;

import java.time.Instant;
import java.util.Map;

import org.jspecify.annotations.Nullable;

import dev.understudy.delivery.Operation;
import dev.understudy.target.Target;

/**
 * An experiment that stands in SageMaker and of which it is asked whose it is.
 *
 * @param target where it stands
 * @param name its name
 * @param creationTime when SageMaker created it; tells it from others of that name
 * @param ownerTag the value of the tag that says which operation made it; null without
 * such a tag, or as long as its tags were not read
 */
public record Stray(Target target, String name, @Nullable Instant creationTime, @Nullable String ownerTag) {

	/**
	 * One whose tags were read.
	 * @param target where it stands
	 * @param name its name
	 * @param creationTime when SageMaker created it
	 * @param tags all of its tags, values by key
	 * @return what can be asked about
	 */
	public static Stray tagged(Target target, String name, @Nullable Instant creationTime, Map<String, String> tags) {
		return new Stray(target, name, creationTime, tags.get(Operation.OWNER_TAG));
	}

}
