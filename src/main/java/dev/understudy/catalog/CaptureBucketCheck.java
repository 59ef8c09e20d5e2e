package dev.understudy.catalog;

import java.time.Instant;
import java.util.stream.Stream;

import dev.understudy.shell.Words;

/**
 * The bucket is one of the account's own, in the region of the target. Only the list of
 * buckets is known: whether the role may write there, it does not tell.
 */
final class CaptureBucketCheck implements PreflightCheck {

	private static final String ID = "capture.bucket";

	private static final String POINTER = "/DataStorageConfig/Destination";

	@Override
	public Stream<CheckResult> check(Scene scene) {
		return scene.draft()
			.text(POINTER)
			.filter((place) -> !place.isBlank())
			.stream()
			.map((place) -> Destination.namesABucket(place) ? result(scene, Destination.typed(place).bucket())
					: CheckResult.unknown(ID, POINTER, Words.of("preflight.capture.bucket.unnamed", place)));
	}

	private static CheckResult result(Scene scene, String bucket) {
		String region = scene.target().region();
		return switch (scene.bucket()) {
			case Seen.There<Supplied>(Supplied found, Instant at) when found.region() == null ->
				CheckResult.unknown(ID, POINTER, Words.of("preflight.capture.bucket.somewhere", bucket)).seen(at);
			case Seen.There<Supplied>(Supplied found, Instant at) when found.isIn(region) ->
				CheckResult.pass(ID, POINTER, at, bucket, region);
			case Seen.There<Supplied>(Supplied found, Instant at) ->
				CheckResult.warn(ID, POINTER, at, bucket, region, String.valueOf(found.region()));
			case Seen.Missing<Supplied>(Instant at) -> CheckResult.absent(ID, POINTER, at, bucket);
			case Seen.Untold<Supplied>(Words why) -> CheckResult.unknown(ID, POINTER, why);
		};
	}

}
