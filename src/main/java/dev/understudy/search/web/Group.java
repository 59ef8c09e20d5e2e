package dev.understudy.search.web;

import java.util.Arrays;
import java.util.List;

import dev.understudy.search.Hit;
import dev.understudy.search.Kind;

/**
 * What was found of one kind.
 *
 * @param kind what it is
 * @param hits at least one
 */
record Group(Kind kind, List<Hit> hits) {

	static List<Group> of(List<Hit> hits) {
		return Arrays.stream(Kind.values())
			.map((kind) -> new Group(kind, hits.stream().filter((hit) -> hit.kind() == kind).toList()))
			.filter((group) -> !group.hits().isEmpty())
			.toList();
	}

}
