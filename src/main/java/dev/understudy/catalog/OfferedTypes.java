package dev.understudy.catalog;

import java.util.HashMap;
import java.util.List;
import java.util.Map;

import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.stereotype.Component;

import dev.understudy.target.Target;

/**
 * Instance types, with what is known of them in a target's region.
 */
@Component
public class OfferedTypes {

	private final InstanceTypeTable table;

	private final List<RegionalTypes> sources;

	OfferedTypes(InstanceTypeTable table, ObjectProvider<RegionalTypes> sources) {
		this.table = table;
		this.sources = sources.orderedStream().toList();
	}

	/**
	 * Searches for instance types.
	 * @param target where they are to run
	 * @param part a part of the name, in any case; null for any
	 * @param most how many at most
	 * @return types by name; one that the region is not known to have is among them
	 */
	public List<OfferedType> search(Target target, @Nullable String part, int most) {
		Map<String, RegionalTypes.Source> known = new HashMap<>();
		this.sources.forEach((source) -> source.of(target.region()).forEach(known::putIfAbsent));
		return this.table.search(part, most)
			.stream()
			.map((type) -> new OfferedType(type, known.get(type.name())))
			.toList();
	}

}
