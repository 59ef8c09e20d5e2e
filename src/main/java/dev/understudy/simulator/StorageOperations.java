package dev.understudy.simulator;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

import org.jspecify.annotations.Nullable;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/**
 * AWS API: KMS, ListAliases, and S3, ListBuckets. Both cut their lists by name, and a
 * token is the name of the last item.
 */
final class StorageOperations {

	/** AWS API: KMS, ListAliases, Limit. */
	private static final int DEFAULT_ALIASES = 50;

	/** AWS API: S3, ListBuckets. */
	private static final int ALL_BUCKETS = 10_000;

	private StorageOperations() {
	}

	static void register(Map<String, Operation> operations) {
		operations.put("ListAliases", StorageOperations::aliases);
		operations.put("ListBuckets", StorageOperations::buckets);
	}

	private static ObjectNode aliases(World world, ObjectNode input, Instant now) {
		String key = Json.text(input, "KeyId");
		Cut cut = Cut.of(
				world.catalog()
					.aliases()
					.stream()
					.filter((alias) -> key == null || key.equals(Json.text(alias, "TargetKeyId"))),
				"AliasName", Json.text(input, "Marker"), input.path("Limit").asInt(DEFAULT_ALIASES));
		ObjectNode answer = Json.object().put("Truncated", cut.last() != null);
		ArrayNode aliases = answer.putArray("Aliases");
		cut.items().forEach((alias) -> aliases.add(described(world, alias)));
		if (cut.last() != null) {
			answer.put("NextMarker", cut.last());
		}
		return answer;
	}

	private static ObjectNode described(World world, ObjectNode alias) {
		return alias.deepCopy()
			.put("AliasArn", world.arns().alias(Json.require(alias, "AliasName")))
			.put("CreationDate", Json.seconds(Catalog.BEGINNING))
			.put("LastUpdatedDate", Json.seconds(Catalog.BEGINNING));
	}

	private static ObjectNode buckets(World world, ObjectNode input, Instant now) {
		String prefix = Json.text(input, "Prefix");
		String region = Json.text(input, "BucketRegion");
		Cut cut = Cut.of(
				world.catalog()
					.buckets()
					.stream()
					.filter((bucket) -> prefix == null || Json.require(bucket, "Name").startsWith(prefix))
					.filter((bucket) -> region == null || region.equals(Json.text(bucket, "BucketRegion"))),
				"Name", Json.text(input, "ContinuationToken"), input.path("MaxBuckets").asInt(ALL_BUCKETS));
		ObjectNode answer = Json.object();
		ArrayNode buckets = answer.putArray("Buckets");
		cut.items().forEach((bucket) -> {
			ObjectNode described = buckets.addObject().put("CreationDate", Catalog.BEGINNING.toString());
			// AWS API: the region is only told to those who send a parameter.
			Json.copy(bucket, described,
					input.isEmpty() ? new String[] { "Name" } : new String[] { "Name", "BucketRegion" });
		});
		answer.putObject("Owner").put("ID", "75aa57f09aa0c8caeab4f8c24e99d10f8e7faeebf76c078efc7c6caea54ba06a");
		if (cut.last() != null) {
			answer.put("ContinuationToken", cut.last());
		}
		return answer;
	}

	/**
	 * A page.
	 *
	 * @param items what stands on it
	 * @param last the name behind which the next one begins; null for the last page
	 */
	private record Cut(List<ObjectNode> items, @Nullable String last) {

		static Cut of(Stream<ObjectNode> all, String nameMember, @Nullable String after, int size) {
			List<ObjectNode> rest = all
				.filter((item) -> after == null || Json.require(item, nameMember).compareTo(after) > 0)
				.toList();
			return (rest.size() > size) ? new Cut(rest.subList(0, size), Json.require(rest.get(size - 1), nameMember))
					: new Cut(rest, null);
		}

	}

}
