package dev.understudy.delivery;

import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Stream;

import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.JsonNodeFactory;

import dev.understudy.definition.Definition;
import dev.understudy.delivery.Observation.Described;
import dev.understudy.sagemaker.ChangeRequest;

/**
 * To carry some tags and not others, in any status (AWS API: DeleteTags, AddTags). What
 * is to go goes first, so that there is room for what is to come.
 */
final class TagGoal implements Goal {

	@Override
	public boolean isReached(ChangeRow row, Described seen) {
		return wanted(row).entrySet().stream().allMatch((it) -> isSo(it.getKey(), it.getValue(), seen));
	}

	@Override
	public Optional<Decision> lost(ChangeRow row, Described seen) {
		JsonNode before = row.payload().path("seen");
		List<Difference> drift = wanted(row).entrySet()
			.stream()
			.filter((it) -> !isSo(it.getKey(), it.getValue(), seen))
			.filter((it) -> !isSo(it.getKey(), before.path(it.getKey()).asString(null), seen))
			.map((it) -> difference(row, it, seen))
			.toList();
		return drift.isEmpty() ? Optional.empty() : Optional.of(new Decision.Conflict(Reasons.drift(drift)));
	}

	@Override
	public List<Difference> done(ChangeRow row, Described seen) {
		JsonNode before = row.payload().path("seen");
		return wanted(row).entrySet()
			.stream()
			.filter((it) -> isSo(it.getKey(), it.getValue(), seen))
			.filter((it) -> !isSo(it.getKey(), before.path(it.getKey()).asString(null), seen))
			.map((it) -> difference(row, it, seen))
			.toList();
	}

	@Override
	public Optional<ChangeRequest> step(ChangeRow row, Described seen, Instant now) {
		String arn = seen.test().arn();
		List<String> excess = wanted(row).entrySet()
			.stream()
			.filter((it) -> it.getValue() == null && tags(seen).containsKey(it.getKey()))
			.map(Map.Entry::getKey)
			.toList();
		if (!excess.isEmpty()) {
			return Optional.of(new ChangeRequest.DeleteTags(arn, excess));
		}
		List<Definition.Tag> lacking = wanted(row).entrySet()
			.stream()
			.filter((it) -> !isSo(it.getKey(), it.getValue(), seen))
			.flatMap((it) -> Stream.ofNullable(it.getValue()).map((value) -> new Definition.Tag(it.getKey(), value)))
			.toList();
		return Optional.of(new ChangeRequest.AddTags(arn, lacking));
	}

	@Override
	public boolean waitsForTransition() {
		return false;
	}

	@Override
	public boolean isSettledByTheEnd() {
		return false;
	}

	/** Values by key; null for a key that is to go. */
	private static Map<String, @Nullable String> wanted(ChangeRow row) {
		Map<String, @Nullable String> wanted = new LinkedHashMap<>();
		row.payload().path("remove").forEach((key) -> wanted.put(key.stringValue(), null));
		row.payload()
			.path("add")
			.forEach((tag) -> wanted.put(tag.path("Key").stringValue(), tag.path("Value").stringValue()));
		return wanted;
	}

	private static Difference difference(ChangeRow row, Map.Entry<String, @Nullable String> wanted, Described seen) {
		String key = wanted.getKey();
		return new Difference("/Tags/" + key.replace("~", "~0").replace("/", "~1"), text(wanted.getValue()),
				row.payload().path("seen").get(key), text(tags(seen).get(key)));
	}

	private static boolean isSo(String key, @Nullable String value, Described seen) {
		return Objects.equals(tags(seen).get(key), value);
	}

	private static Map<String, String> tags(Described seen) {
		return Objects.requireNonNull(seen.tags(), "A look for tags reads them");
	}

	private static @Nullable JsonNode text(@Nullable String value) {
		return (value != null) ? JsonNodeFactory.instance.stringNode(value) : null;
	}

}
