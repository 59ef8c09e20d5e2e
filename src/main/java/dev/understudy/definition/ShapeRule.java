package dev.understudy.definition;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Stream;

import dev.understudy.definition.Shape.Constant;
import dev.understudy.definition.Shape.Items;
import dev.understudy.definition.Shape.Member;
import dev.understudy.definition.Shape.Struct;
import dev.understudy.definition.Shape.Text;
import dev.understudy.definition.Shape.Time;
import dev.understudy.definition.Shape.Whole;

/**
 * Judges every value on its own by the table of {@link DefinitionShape}: there, of the
 * right type, known, not too long, of the right form.
 */
final class ShapeRule implements DefinitionRule {

	static final String UNKNOWN_MEMBER = "unknown-member";

	@Override
	public Set<String> ids() {
		Set<String> ids = new TreeSet<>(Set.of(UNKNOWN_MEMBER));
		collect(DefinitionShape.ROOT, ids);
		return ids;
	}

	@Override
	public Stream<Finding> judge(Draft draft, RuleContext context) {
		List<Finding> findings = new ArrayList<>();
		new ShapeWalk(context.purpose(), findings::add).start(draft.at(""));
		return findings.stream();
	}

	private static void collect(Struct struct, Set<String> ids) {
		struct.members().forEach((name, member) -> collect(Kebab.of(name), member, ids));
	}

	private static void collect(String name, Member member, Set<String> ids) {
		if (member.required()) {
			ids.add(name + ".required");
		}
		collect(name, member.shape(), ids);
	}

	private static void collect(String name, Shape shape, Set<String> ids) {
		ids.add(name + ".type");
		switch (shape) {
			case Text text -> {
				ids.add(name + ".pattern");
				ids.add(name + ".too-long");
				if (text.min() > 0) {
					ids.add(name + ".too-short");
				}
			}
			case Constant _ -> ids.add(name + ".not-allowed");
			case Whole _ -> ids.add(name + ".range");
			case Time _ -> ids.add(name + ".pattern");
			case Items items -> {
				ids.add(name + ".too-many");
				if (items.min() > 0) {
					ids.add(name + ".too-few");
				}
				collect(name, items.item(), ids);
			}
			case Struct struct -> collect(struct, ids);
		}
	}

}
