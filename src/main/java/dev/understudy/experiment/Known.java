package dev.understudy.experiment;

import java.util.List;

import jakarta.persistence.Column;
import jakarta.persistence.Embeddable;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

import dev.understudy.definition.CanonicalForm;
import dev.understudy.definition.Change;
import dev.understudy.definition.Draft;
import dev.understudy.definition.UpdatableMembers;

/**
 * What an experiment is known to be in SageMaker: as it was seen first, with everything
 * that was done to it through us, that SageMaker did by itself, or that a person took
 * note of. What SageMaker says beyond that is a drift.
 *
 * @param definition the description in canonical form; null before the first sighting
 * @param drifted whether SageMaker says something else
 */
@Embeddable
record Known(@Column(name = "known_definition") @Nullable String definition, boolean drifted) {

	static final Known NOTHING = new Known(null, false);

	/**
	 * Takes in another sighting.
	 * @param before the one before, null for none
	 * @param seen the sighting
	 * @param expected whether what changed between the two is no drift
	 * @return what is known then
	 */
	Known after(@Nullable Sighting before, Sighting seen, boolean expected) {
		if (seen.definition() == null) {
			return this;
		}
		if (this.definition == null || before == null || before.definition() == null) {
			return new Known(seen.definition(), false);
		}
		ObjectNode known = read(this.definition);
		ObjectNode now = read(seen.definition());
		if (expected) {
			follow(known, read(before.definition()), now);
		}
		else {
			fillIn(known, now, seen.hasBegun());
		}
		return of(known, now);
	}

	/**
	 * Takes in what a change of ours has made it.
	 * @param asked the members that were asked for, as they are now
	 * @param seen what SageMaker said last, with the same members
	 * @return what is known then
	 */
	Known made(JsonNode asked, @Nullable Sighting seen) {
		if (this.definition == null || seen == null || seen.definition() == null) {
			return this;
		}
		return of(read(with(this.definition, asked)), read(seen.definition()));
	}

	/**
	 * A description with some members of another.
	 */
	static String with(String definition, JsonNode members) {
		ObjectNode changed = read(definition);
		UpdatableMembers.NAMES.stream()
			.filter(members::has)
			.forEach((member) -> put(changed, member, members.path(member)));
		return canonical(changed);
	}

	/**
	 * Where SageMaker says something that is not known.
	 */
	List<Change> drift(@Nullable Sighting seen) {
		return (this.drifted && this.definition != null && seen != null) ? between(this.definition, seen.definition())
				: List.of();
	}

	/**
	 * Where two sightings of it differ.
	 */
	static List<Change> between(@Nullable String before, @Nullable String after) {
		return (before != null && after != null && !before.equals(after)) ? Drift.between(read(before), read(after))
				: List.of();
	}

	/** Members that changed between two sightings, and no others. */
	private static void follow(ObjectNode known, ObjectNode before, ObjectNode now) {
		Drift.between(before, now)
			.stream()
			.map(Change::pointer)
			.map(Drift::member)
			.distinct()
			.forEach((member) -> set(known, member, now.path(member)));
	}

	/** SageMaker sets the times nobody gave, and says when it really began. */
	private static void fillIn(ObjectNode known, ObjectNode now, boolean begun) {
		for (String time : List.of("StartTime", "EndTime")) {
			JsonNode seen = now.path("Schedule").path(time);
			boolean takesIt = known.path("Schedule").path(time).isMissingNode() || (begun && time.equals("StartTime"));
			if (takesIt && seen.isString()) {
				known.withObjectProperty("Schedule").set(time, seen);
			}
		}
	}

	// Of a schedule the times that are told, and no others.
	private static void put(ObjectNode document, String member, JsonNode value) {
		if (value instanceof ObjectNode times && document.path(member) instanceof ObjectNode schedule
				&& member.equals("Schedule")) {
			schedule.setAll(times);
		}
		else {
			set(document, member, value);
		}
	}

	static void set(ObjectNode document, String member, JsonNode value) {
		if (value.isMissingNode() || value.isNull()) {
			document.remove(member);
		}
		else {
			document.set(member, value);
		}
	}

	private static Known of(ObjectNode known, ObjectNode now) {
		return new Known(canonical(known), !Drift.between(known, now).isEmpty());
	}

	private static String canonical(ObjectNode definition) {
		return CanonicalForm.of(Draft.of(definition));
	}

	static ObjectNode read(String definition) {
		return Draft.parse(definition).document();
	}

}
