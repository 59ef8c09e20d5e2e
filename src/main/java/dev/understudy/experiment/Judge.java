package dev.understudy.experiment;

import java.util.List;
import java.util.stream.Stream;

import dev.understudy.definition.Draft;
import dev.understudy.definition.Finding;

/**
 * Says what is wrong or risky about a draft.
 */
@FunctionalInterface
interface Judge {

	List<Finding> judge(Draft draft);

	/**
	 * What is found below one member, as if that stood elsewhere.
	 * @param member pointer of the member
	 * @param place pointer of the place it really has
	 */
	default Stream<Finding> judge(Draft draft, String member, String place) {
		return judge(draft).stream()
			.filter((finding) -> finding.pointer().equals(member) || finding.pointer().startsWith(member + '/'))
			.map((finding) -> new Finding(place + finding.pointer().substring(member.length()), finding.rule(),
					finding.severity(), finding.message(), finding.hint()));
	}

}
