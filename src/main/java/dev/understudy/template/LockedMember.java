package dev.understudy.template;

import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.stream.IntStream;

import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

import dev.understudy.definition.Change;
import dev.understudy.definition.DefinitionDiff;
import dev.understudy.definition.Draft;

/**
 * A locked member and what its template asks for there. A tag is known by its key,
 * wherever it stands; anything else by its place.
 *
 * @param pointer where, in the template
 * @param asked what the template says there; a missing node asks for nothing to be there
 * @param tag the key of the tag that it is; null for anything else
 */
record LockedMember(String pointer, JsonNode asked, @Nullable String tag) {

	static final String TAGS = "/Tags";

	static final Pattern TAG = Pattern.compile("/Tags/[0-9]{1,4}");

	static LockedMember of(Draft template, String pointer) {
		String key = TAG.matcher(pointer).matches() ? template.text(pointer + "/Key").orElse(null) : null;
		return new LockedMember(pointer, template.at(pointer), key);
	}

	/** Where a draft says something else, by pointers into that draft. */
	List<Change> differences(Draft draft) {
		return place(draft).map((place) -> DefinitionDiff.at(place, this.asked, draft.at(place)))
			.orElseGet(() -> List.of(new Change(TAGS, this.asked, null)));
	}

	/** Whether a member of a draft is this one or lies below it. */
	boolean covers(String member, Draft draft) {
		return place(draft).filter((place) -> member.equals(place) || member.startsWith(place + '/')).isPresent();
	}

	/**
	 * A draft that says what is asked for here.
	 * @param template the template's definition, for what else the draft lacks
	 */
	Draft apply(Draft draft, Draft template) {
		String place = place(draft).orElse(TAGS + '/' + draft.at(TAGS).size());
		Draft roomy = (this.tag != null) ? draft : fill(draft, template);
		return roomy.with(place, this.asked.isMissingNode() ? null : this.asked);
	}

	/** Lists that are too short for it are filled up with what the template has there. */
	private Draft fill(Draft draft, Draft template) {
		Draft filled = draft;
		for (int slash = this.pointer.indexOf('/', 1); slash > 0; slash = this.pointer.indexOf('/', slash + 1)) {
			String list = this.pointer.substring(0, slash);
			JsonNode items = template.at(list);
			int needed = items.isArray() ? Integer.parseInt(this.pointer.substring(slash + 1).split("/", 2)[0]) + 1 : 0;
			for (int i = filled.at(list).isArray() ? filled.at(list).size() : 0; i < needed; i++) {
				filled = filled.with(list + '/' + i, items.path(i));
			}
		}
		return filled;
	}

	/** Where it stands in a draft; nothing if that does not have the tag. */
	private Optional<String> place(Draft draft) {
		if (this.tag == null) {
			return Optional.of(this.pointer);
		}
		JsonNode tags = draft.at(TAGS);
		return IntStream.range(0, tags.size())
			.filter((i) -> tags.path(i).path("Key").asString("").equals(this.tag))
			.mapToObj((i) -> TAGS + '/' + i)
			.findFirst();
	}

}
