package dev.understudy.reliability;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * Finds in a ledger what was accepted for the same operation again. A Create may be, once
 * for every time that somebody else has deleted what it made. An Update or AddTags that
 * is repeated at once changes nothing; repeated after another one had set something else,
 * it has undone that. A Start or Delete cannot be accepted twice for one experiment.
 */
final class Repetitions {

	private final Set<String> deletedOutside;

	private final Set<String> marks = new HashSet<>();

	private final Set<String> gone = new HashSet<>();

	private final Map<String, List<Accepted>> settings = new HashMap<>();

	private final List<String> found = new ArrayList<>();

	/**
	 * Prepares for one ledger.
	 * @param deletedOutside AWS request ids of deletions that nobody of ours asked for
	 */
	Repetitions(Set<String> deletedOutside) {
		this.deletedOutside = deletedOutside;
	}

	List<String> in(List<Accepted> ledger) {
		ledger.forEach(this::add);
		return List.copyOf(this.found);
	}

	private void add(Accepted call) {
		switch (call.operation()) {
			case Marks.CREATE -> {
				boolean roomWasMade = this.gone.remove(call.name());
				if (call.owner() != null && !this.marks.add(call.owner()) && !roomWasMade) {
					this.found.add("%s was made twice for operation %s".formatted(call.name(), call.owner()));
				}
				this.settings.remove(call.name());
			}
			case Marks.DELETE -> {
				if (this.deletedOutside.contains(call.requestId())) {
					this.gone.add(call.name());
				}
			}
			case Marks.STOP -> Marks.stoppedFor(call)
				.filter((id) -> !this.marks.add(id))
				.ifPresent((id) -> this.found.add("%s was stopped twice for operation %s".formatted(call.name(), id)));
			case Marks.UPDATE, Marks.ADD_TAGS, Marks.DELETE_TAGS -> set(call);
			default -> {
				// Nothing else is carried exactly once.
			}
		}
	}

	private void set(Accepted call) {
		List<Accepted> before = this.settings.computeIfAbsent(call.name(), (name) -> new ArrayList<>());
		int same = before.stream().map(Accepted::input).toList().lastIndexOf(call.input());
		if (same >= 0 && before.subList(same + 1, before.size())
			.stream()
			.anyMatch((other) -> Marks.isOver(other, before.get(same)))) {
			this.found.add("%s of %s came again and undid what came after it".formatted(call.operation(), call.name()));
		}
		before.add(call);
	}

}
