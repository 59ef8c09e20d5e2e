package dev.understudy.definition;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.stream.Stream;

import tools.jackson.databind.JsonNode;

/**
 * Tag keys are unique and keep clear of what AWS and we reserve. (AWS's own pattern lets
 * {@code aws:} pass.)
 */
final class TagKeysRule implements DefinitionRule {

	private static final String DUPLICATE = "tags.duplicate";

	private static final String RESERVED = "tags.reserved";

	@Override
	public Set<String> ids() {
		return Set.of(DUPLICATE, RESERVED);
	}

	@Override
	public Stream<Finding> judge(Draft draft, RuleContext context) {
		List<Finding> findings = new ArrayList<>();
		Set<String> seen = new HashSet<>();
		JsonNode tags = draft.at("/Tags");
		for (int i = 0; tags.isArray() && i < Math.min(tags.size(), DefinitionShape.USER_TAGS); i++) {
			String pointer = Pointers.item("/Tags", i) + "/Key";
			draft.text(pointer).ifPresent((key) -> {
				if (!seen.add(key)) {
					findings.add(Wording.error(DUPLICATE, pointer).with("given", Given.of(key)).build());
				}
				if (isReserved(key)) {
					findings.add(Wording.error(RESERVED, pointer).with("given", Given.of(key)).build());
				}
			});
		}
		return findings.stream();
	}

	private static boolean isReserved(String key) {
		String lower = key.toLowerCase(Locale.ROOT);
		return lower.startsWith("aws:") || lower.startsWith("understudy:");
	}

}
