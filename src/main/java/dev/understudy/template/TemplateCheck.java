package dev.understudy.template;

import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;

import org.springframework.beans.factory.ObjectProvider;
import org.springframework.context.MessageSource;
import org.springframework.stereotype.Component;

import dev.understudy.definition.DefinitionCheck;
import dev.understudy.definition.DefinitionMember;
import dev.understudy.definition.DefinitionRule;
import dev.understudy.definition.Draft;
import dev.understudy.definition.Finding;
import dev.understudy.definition.FindingLanguage;
import dev.understudy.definition.Purpose;
import dev.understudy.definition.RuleContext;
import dev.understudy.definition.TargetFacts;
import dev.understudy.target.Target;
import dev.understudy.target.Targets;

/**
 * Says what is wrong with a template: what is missing in it is not, what no draft could
 * be submitted with is.
 */
@Component
class TemplateCheck {

	private static final String NAMED = "template.named";

	private static final String LOCK = "template.lock";

	private final DefinitionCheck check;

	private final Targets targets;

	private final MessageSource messages;

	private final Clock clock;

	TemplateCheck(ObjectProvider<DefinitionRule> added, Targets targets, MessageSource messages, Clock clock) {
		this.check = new DefinitionCheck(added.orderedStream().toList());
		this.targets = targets;
		this.messages = messages;
		this.clock = clock;
	}

	List<Finding> findings(TemplateContent content) {
		Draft definition = content.definition();
		List<Finding> findings = new ArrayList<>();
		if (!definition.at("/Name").isMissingNode()) {
			findings.add(error("/Name", NAMED));
		}
		RuleContext context = new RuleContext(this.clock.instant(), facts(target(definition)), Purpose.TEMPLATE);
		findings.addAll(this.check.findings(definition, context));
		Set<String> lockable = Lockable.members(definition)
			.stream()
			.filter(Lockable::test)
			.map(DefinitionMember::pointer)
			.collect(Collectors.toSet());
		content.locks()
			.pointers()
			.stream()
			.filter((pointer) -> !lockable.contains(pointer))
			.forEach((pointer) -> findings.add(error(pointer, LOCK, pointer)));
		return List.copyOf(findings);
	}

	/**
	 * A template is for every target: it is judged for one where its role may be used, if
	 * there is any.
	 */
	private Target target(Draft definition) {
		String role = definition.roleArn().orElse("");
		return this.targets.all()
			.stream()
			.filter((it) -> it.executionRoles().contains(role))
			.findFirst()
			.orElseGet(this.targets::standard);
	}

	private static TargetFacts facts(Target target) {
		return new TargetFacts(target.name(), target.account(), target.region(), target.executionRoles());
	}

	private Finding error(String pointer, String rule, String... values) {
		return Finding.error(pointer, rule, text(rule + ".message", values), text(rule + ".hint"));
	}

	private String text(String key, String... values) {
		return this.messages.getMessage(key, values, FindingLanguage.current());
	}

}
