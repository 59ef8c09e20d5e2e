package dev.understudy.experiment;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;

import dev.understudy.definition.CanonicalForm;
import dev.understudy.definition.Change;
import dev.understudy.definition.DefinitionDiff;
import dev.understudy.definition.Draft;
import dev.understudy.definition.Finding;
import dev.understudy.definition.UpdatableMembers;

/**
 * Works out what an update asks for. A member that is left out is not asked for, which is
 * also how SageMaker takes it.
 */
final class Update {

	/** What can be changed while it runs. */
	static final Set<String> WHILE_RUNNING = Set.of("/Description", "/Schedule/EndTime",
			"/ShadowModeConfig/ShadowModelVariants/0/SamplingPercentage");

	private static final List<String> NEVER = List.of("Name", "Type", "RoleArn", "EndpointName", "KmsKey", "Tags");

	private static final String SCHEDULE = "Schedule";

	private static final String START = "/Schedule/StartTime";

	private final ObjectNode before;

	private final ObjectNode after;

	private final List<Finding> refused = new ArrayList<>();

	/**
	 * Puts what is wanted onto what was seen.
	 * @param known what stands in SageMaker
	 * @param seen what of that somebody saw who wants to change it
	 * @param wanted the definition as it is wanted
	 */
	Update(Draft known, Draft seen, Draft wanted) {
		ObjectNode base = known.document();
		ObjectNode eyes = seen.document();
		UpdatableMembers.NAMES.forEach((member) -> Known.set(base, member, eyes.path(member)));
		ObjectNode merged = base.deepCopy();
		wanted.document().forEachEntry((member, value) -> {
			if (NEVER.contains(member)) {
				refuseUnlessSame(member, base.path(member), value);
			}
			else if (member.equals(SCHEDULE) && value.isObject() && merged.path(member).isObject()) {
				merged.withObjectProperty(member).setAll((ObjectNode) value);
			}
			else {
				merged.set(member, value);
			}
		});
		this.before = canonical(base);
		this.after = canonical(merged);
	}

	private void refuseUnlessSame(String member, JsonNode is, JsonNode wanted) {
		boolean nothing = is.isMissingNode() && (wanted.asString("").isEmpty() && wanted.isEmpty());
		if (!nothing && !DefinitionDiff.between(only(member, is), only(member, wanted)).isEmpty()) {
			String rule = member.replaceAll("(?<=[a-z])(?=[A-Z])", "-").toLowerCase(Locale.ROOT) + ".not-updatable";
			this.refused.add(Finding.error('/' + member, rule, Map.of()));
		}
	}

	UpdatePlan plan(@Nullable String status, Instant now, Judge judge) {
		List<Change> changes = Drift.between(this.before, this.after);
		ObjectNode asked = JsonNodeFactory.instance.objectNode();
		ObjectNode seen = JsonNodeFactory.instance.objectNode();
		for (Change change : changes) {
			String member = Drift.member(change.pointer());
			String path = member.equals(SCHEDULE) ? change.pointer() : '/' + member;
			copy(this.after, path, asked);
			copy(this.before, path, seen);
		}
		List<Finding> findings = Stream
			.of(this.refused.stream(), news(changes, judge), past(changes, now), tooLate(changes, status))
			.flatMap((some) -> some)
			.toList();
		return new UpdatePlan(Draft.of(this.after), changes, asked, seen, findings);
	}

	/** What was as bad before is not the fault of this update, unless it is changed. */
	private Stream<Finding> news(List<Change> changes, Judge judge) {
		Set<String> old = judge.judge(Draft.of(this.before))
			.stream()
			.map((finding) -> finding.rule() + ' ' + finding.pointer())
			.collect(Collectors.toSet());
		return judge.judge(Draft.of(this.after))
			.stream()
			.filter((finding) -> !old.contains(finding.rule() + ' ' + finding.pointer())
					|| changes.stream().anyMatch((change) -> change.pointer().startsWith(finding.pointer())));
	}

	// What SageMaker makes of a start in the past is unknown.
	private Stream<Finding> past(List<Change> changes, Instant now) {
		return changes.stream()
			.filter((change) -> change.pointer().equals(START))
			.filter((change) -> Draft.of(this.after).startTime().filter((start) -> start.isBefore(now)).isPresent())
			.map((change) -> Finding.error(START, "update.start-past", Map.of()))
			.map((it) -> Finding.error(START, "schedule.start-past", it.message(), it.hint()));
	}

	private static Stream<Finding> tooLate(List<Change> changes, @Nullable String status) {
		return "Running".equals(status) ? changes.stream()
			.map(Change::pointer)
			.filter((pointer) -> !WHILE_RUNNING.contains(pointer))
			.map((pointer) -> Finding.error(pointer, "update.not-while-running", Map.of())) : Stream.empty();
	}

	private static void copy(ObjectNode from, String path, ObjectNode to) {
		JsonNode value = from.at(path);
		if (value.isMissingNode()) {
			return;
		}
		String[] names = path.substring(1).split("/");
		ObjectNode place = (names.length > 1) ? to.withObjectProperty(names[0]) : to;
		place.set(names[names.length - 1], value);
	}

	private static ObjectNode canonical(ObjectNode document) {
		return Draft.parse(CanonicalForm.of(Draft.of(document))).document();
	}

	private static Draft only(String member, JsonNode value) {
		ObjectNode document = JsonNodeFactory.instance.objectNode();
		Known.set(document, member, value);
		return Draft.of(document);
	}

}
