package dev.understudy.experiment;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;

import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;

import dev.understudy.definition.Change;
import dev.understudy.definition.Definition.Tag;
import dev.understudy.definition.Draft;
import dev.understudy.definition.Finding;
import dev.understudy.delivery.Answer;
import dev.understudy.delivery.Attempt;
import dev.understudy.delivery.OperationError;
import dev.understudy.delivery.OperationView;

/**
 * What a change of tags asks for (AWS API: AddTags, DeleteTags).
 *
 * @param before the definition as it is known
 * @param add tags to set
 * @param remove keys of tags to take away
 */
record TagPlan(Draft before, List<Tag> add, List<String> remove) {

	private static final String TAGS = "/Tags";

	TagPlan {
		add = List.copyOf(add);
		remove = List.copyOf(remove);
	}

	static TagPlan of(Draft before, List<Tag> add, List<String> remove) {
		return new TagPlan(before, add, remove);
	}

	/**
	 * What an operation was asked for, on what is known now.
	 */
	static TagPlan of(Draft before, String payload) {
		JsonNode asked = JsonMapper.shared().readTree(payload);
		return new TagPlan(before, asked.path("add").valueStream().map(TagPlan::tag).toList(),
				asked.path("remove").valueStream().map(JsonNode::stringValue).toList());
	}

	/**
	 * What a change of tags that was not carried through found, or left behind: those it
	 * took away before it came to its end, and those that are not what they were known to
	 * be.
	 */
	static TagPlan found(Draft before, OperationView change, OperationError error) {
		Stream<String> taken = change.attempts()
			.stream()
			.filter((it) -> it.call().equals("DeleteTags") && isAccepted(it))
			.findFirst()
			.stream()
			.flatMap((it) -> of(before, change.operation().payload()).remove().stream());
		Map<String, @Nullable JsonNode> now = new LinkedHashMap<>();
		taken.forEach((key) -> now.put(key, null));
		error.differences().forEach((it) -> now.put(key(it.pointer()), it.now()));
		return new TagPlan(before, now.entrySet()
			.stream()
			.flatMap((it) -> Stream.ofNullable(it.getValue()).map((value) -> new Tag(it.getKey(), value.asString(""))))
			.toList(), now.entrySet().stream().filter((it) -> it.getValue() == null).map(Map.Entry::getKey).toList());
	}

	private static boolean isAccepted(Attempt attempt) {
		return attempt.answer() != null && attempt.answer().kind() == Answer.Kind.ACCEPTED;
	}

	private static String key(String pointer) {
		return pointer.substring(TAGS.length() + 1).replace("~1", "/").replace("~0", "~");
	}

	/**
	 * The definition with the tags as they are wanted.
	 */
	Draft after() {
		Map<String, String> tags = tags();
		this.remove.forEach(tags::remove);
		this.add.forEach((tag) -> tags.put(tag.key(), tag.value()));
		return this.before.with(TAGS, tags.isEmpty() ? null : list(tags));
	}

	/**
	 * What differs, by key.
	 */
	List<Change> changes() {
		Map<String, String> known = tags();
		Map<String, @Nullable String> wanted = new LinkedHashMap<>();
		this.remove.forEach((key) -> wanted.put(key, null));
		this.add.forEach((tag) -> wanted.put(tag.key(), tag.value()));
		return wanted.entrySet()
			.stream()
			.filter((it) -> !Objects.equals(it.getValue(), known.get(it.getKey())))
			.map((it) -> new Change(TAGS + '/' + it.getKey().replace("~", "~0").replace("/", "~1"),
					text(known.get(it.getKey())), text(it.getValue())))
			.toList();
	}

	/**
	 * What to ask delivery for.
	 */
	ObjectNode payload() {
		ObjectNode payload = JsonNodeFactory.instance.objectNode();
		payload.set("add", list(this.add.stream()));
		ArrayNode keys = payload.putArray("remove");
		this.remove.forEach(keys::add);
		Map<String, String> known = tags();
		ObjectNode seen = payload.putObject("seen");
		Stream.concat(this.add.stream().map(Tag::key), this.remove.stream())
			.filter(known::containsKey)
			.forEach((key) -> seen.put(key, known.get(key)));
		return payload;
	}

	/**
	 * What is wrong about it: the rules of tags hold for what is set, what is taken away
	 * and what there is afterwards.
	 */
	List<Finding> findings(Judge judge) {
		Stream<Finding> added = judge.judge(tagged(list(this.add.stream())), TAGS, "/add");
		Stream<Finding> removed = judge
			.judge(tagged(list(this.remove.stream().map((key) -> new Tag(key, "")))), TAGS, "/remove")
			.map((finding) -> new Finding(finding.pointer().replaceFirst("/Key$", ""), finding.rule(),
					finding.severity(), finding.message(), finding.hint()));
		Stream<Finding> left = judge.judge(after(), TAGS, "/add").filter((finding) -> finding.pointer().equals("/add"));
		return Stream.of(added, removed, left, contradictions()).flatMap((some) -> some).distinct().toList();
	}

	/**
	 * What would be otherwise than somebody has set it for many: wherever one of the
	 * changes is, and wherever it was as it was set before.
	 * @param bound says what of a draft is not as it was set
	 */
	List<Finding> breaches(Judge bound) {
		Set<Breach> before = Breach.of(this.before, bound).collect(Collectors.toSet());
		Stream<Finding> added = IntStream.range(0, this.add.size())
			.mapToObj((i) -> new TagPlan(this.before, List.of(this.add.get(i)), List.of()).breach(this.add.get(i).key(),
					"/add/" + i, before, bound))
			.flatMap(Optional::stream);
		Stream<Finding> removed = IntStream.range(0, this.remove.size())
			.mapToObj((i) -> new TagPlan(this.before, List.of(), List.of(this.remove.get(i))).breach(this.remove.get(i),
					"/remove/" + i, before, bound))
			.flatMap(Optional::stream);
		return Stream.concat(added, removed).toList();
	}

	private Optional<Finding> breach(String key, String place, Set<Breach> before, Judge bound) {
		return Breach.of(after(), bound)
			.filter((it) -> it.key().equals(key) || !before.contains(it))
			.findFirst()
			.map((it) -> new Finding(place, it.finding().rule(), it.finding().severity(), it.finding().message(),
					it.finding().hint()));
	}

	private Stream<Finding> contradictions() {
		return IntStream.range(0, this.remove.size())
			.filter((i) -> this.add.stream().map(Tag::key).anyMatch(this.remove.get(i)::equals))
			.mapToObj((i) -> Finding.error("/remove/" + i, "tags.contradiction",
					"The tag \"%s\" cannot be set and taken away at once.".formatted(this.remove.get(i)), null));
	}

	private Map<String, String> tags() {
		Map<String, String> tags = new LinkedHashMap<>();
		this.before.at(TAGS).valueStream().map(TagPlan::tag).forEach((tag) -> tags.put(tag.key(), tag.value()));
		return tags;
	}

	private static Tag tag(JsonNode tag) {
		return new Tag(tag.path("Key").asString(""), tag.path("Value").asString(""));
	}

	private static ArrayNode list(Map<String, String> tags) {
		return list(tags.entrySet().stream().map((it) -> new Tag(it.getKey(), it.getValue())));
	}

	private static ArrayNode list(Stream<Tag> tags) {
		ArrayNode list = JsonNodeFactory.instance.arrayNode();
		tags.forEach((tag) -> list.addObject().put("Key", tag.key()).put("Value", tag.value()));
		return list;
	}

	private static Draft tagged(ArrayNode tags) {
		return Draft.of(JsonNodeFactory.instance.objectNode().set(TAGS.substring(1), tags));
	}

	private static @Nullable JsonNode text(@Nullable String value) {
		return (value != null) ? JsonNodeFactory.instance.stringNode(value) : null;
	}

	/**
	 * A tag that is not as it was set, wherever it stands.
	 *
	 * @param key its key; empty for one that is missing
	 * @param finding what is said about it, of no place
	 */
	private record Breach(String key, Finding finding) {

		static Stream<Breach> of(Draft draft, Judge bound) {
			return bound.judge(draft, TAGS, "")
				.map((it) -> new Breach(key(draft, it.pointer()),
						new Finding("", it.rule(), it.severity(), it.message(), it.hint())));
		}

		private static String key(Draft draft, String place) {
			String index = place.isEmpty() ? "" : place.substring(1).split("/", 2)[0];
			return draft.text(TAGS + '/' + index + "/Key").orElse("");
		}

	}

}
