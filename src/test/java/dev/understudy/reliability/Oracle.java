package dev.understudy.reliability;

import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * Compares what SageMaker accepted, by its own journal, with what the application says
 * and with what its audit trail says. It never asks the application what is true, only
 * what had been asked for.
 * <p>
 * A change that is confirmed was accepted for that very operation, as it was asked for
 * (see {@link Marks}). One that ended otherwise, cancelled too, was not, but for what the
 * design says of the facts: the experiment was deleted afterwards and the end says that
 * it is gone; an update or tag was overwritten afterwards and the end is a conflict; a
 * started experiment was stopped before anybody saw it run, and the end is a conflict.
 * What was taken away of a tag operation's keys before it failed is not judged: that it
 * may be done in part is what its two calls mean.
 */
final class Oracle {

	private final List<Accepted> ledger;

	private final Set<String> deletedOutside;

	private final Map<String, List<Accepted>> byName;

	Oracle(List<Accepted> ledger, Set<String> deletedOutside) {
		this.ledger = ledger;
		this.deletedOutside = deletedOutside;
		this.byName = ledger.stream().collect(Collectors.groupingBy(Accepted::name));
	}

	/**
	 * Judges.
	 * @param promised the operations that the application had said yes to
	 * @param rows what it says of them in the end
	 * @param audited the audit trail's actions by operation
	 */
	Judgement judge(Collection<UUID> promised, List<Records.Row> rows, Map<UUID, List<String>> audited) {
		List<String> lost = new ArrayList<>();
		List<String> stuck = new ArrayList<>();
		List<String> adopted = new ArrayList<>();
		List<String> unaudited = new ArrayList<>();
		Set<UUID> known = rows.stream().map(Records.Row::id).collect(Collectors.toSet());
		promised.stream()
			.filter((id) -> !known.contains(id))
			.forEach((id) -> lost.add("%s was promised and is not there".formatted(id)));
		this.ledger.forEach((call) -> owner(call).filter((id) -> !known.contains(UUID.fromString(id)))
			.forEach((id) -> lost
				.add("%s of %s for %s, which is not there".formatted(call.operation(), call.name(), id))));
		Map<UUID, List<Records.Row>> families = rows.stream().collect(Collectors.groupingBy(Records.Row::experimentId));
		for (Records.Row row : rows) {
			if (row.isUnfinished()) {
				stuck.add("%s of %s is still %s".formatted(row.type(), row.name(), row.state()));
			}
			else if (row.type().equals("create")) {
				judgeCreate(row, lost, adopted);
			}
			else {
				judgeChange(row, families.get(row.experimentId()), lost);
			}
			if (!isAudited(row, audited.getOrDefault(row.id(), List.of()))) {
				unaudited.add("%s of %s is %s, the trail says %s".formatted(row.type(), row.name(), row.state(),
						audited.get(row.id())));
			}
		}
		return new Judgement(lost, new Repetitions(this.deletedOutside).in(this.ledger), stuck, adopted, unaudited);
	}

	private static Stream<String> owner(Accepted call) {
		return Stream.concat(Stream.ofNullable(call.owner()), Marks.stoppedFor(call).stream());
	}

	private void judgeCreate(Records.Row row, List<String> lost, List<String> adopted) {
		List<Accepted> creates = of(row.name()).stream().filter((call) -> call.is(Marks.CREATE)).toList();
		boolean ours = creates.stream().anyMatch((call) -> Marks.isFor(row, call));
		if (row.isConfirmed() && !ours) {
			(creates.isEmpty() ? lost : adopted)
				.add("create of %s is confirmed, but nothing was made for it".formatted(row.name()));
		}
		if (!creates.stream().filter((call) -> Marks.isFor(row, call)).allMatch((call) -> Marks.isAsAsked(row, call))) {
			lost.add("what was made for create of %s is not what was asked for".formatted(row.name()));
		}
		if (!row.isConfirmed() && row.orphanArn() == null && stands(row)) {
			lost.add("create of %s is %s, but what it made stands".formatted(row.name(), row.state()));
		}
	}

	// The name's owner in the end, by what was accepted for it in turn.
	private boolean stands(Records.Row row) {
		boolean stands = false;
		for (Accepted call : of(row.name())) {
			if (call.is(Marks.CREATE)) {
				stands = Marks.isFor(row, call);
			}
			else if (call.is(Marks.DELETE)) {
				stands = false;
			}
		}
		return stands;
	}

	private void judgeChange(Records.Row row, List<Records.Row> family, List<String> lost) {
		List<Accepted> life = life(row, family);
		List<Accepted> own = life.stream().filter((call) -> Marks.isFor(row, call)).toList();
		if (row.isConfirmed() && own.isEmpty()) {
			lost.add("%s of %s is confirmed, but SageMaker never accepted it".formatted(row.type(), row.name()));
		}
		if (row.isConfirmed() && row.type().equals("tag") && !Marks.isRemoved(row, life)) {
			lost.add("%s of %s is confirmed, but nobody took away what it was to remove".formatted(row.type(),
					row.name()));
		}
		if (!own.stream().allMatch((call) -> Marks.isAsAsked(row, call))) {
			lost.add("%s of %s is not what was asked for".formatted(row.type(), row.name()));
		}
		if (!row.isConfirmed() && !own.isEmpty() && !isAnothers(row, family) && !isUndone(row, own.getLast(), life)) {
			lost.add("%s of %s is %s %s, but SageMaker accepted it".formatted(row.type(), row.name(), row.state(),
					row.errorCode()));
		}
	}

	/** What was accepted on the experiment itself, not on others of its name. */
	private List<Accepted> life(Records.Row row, List<Records.Row> family) {
		List<Records.Row> makers = family.stream().filter((it) -> it.type().equals("create")).toList();
		List<Accepted> life = new ArrayList<>();
		// One that was adopted was made by nobody of ours.
		boolean alive = makers.isEmpty();
		for (Accepted call : of(row.name())) {
			if (call.is(Marks.CREATE) && !makers.isEmpty()) {
				alive = makers.stream().anyMatch((maker) -> Marks.isFor(maker, call));
			}
			if (alive) {
				life.add(call);
			}
		}
		return life;
	}

	// Two operations to start, or to delete, cannot be told apart.
	private static boolean isAnothers(Records.Row row, List<Records.Row> family) {
		return Set.of("start", "delete").contains(row.type())
				&& family.stream().anyMatch((it) -> it.type().equals(row.type()) && it.isConfirmed());
	}

	private static boolean isUndone(Records.Row row, Accepted own, List<Accepted> life) {
		List<Accepted> after = life.subList(life.lastIndexOf(own) + 1, life.size());
		if ("gone".equals(row.errorCode())) {
			return after.stream().anyMatch((call) -> call.is(Marks.DELETE));
		}
		Predicate<Accepted> undoes = (call) -> row.type().equals("start") ? call.is(Marks.STOP)
				: Marks.isOver(call, own);
		return row.state().equals("conflict") && after.stream().anyMatch(undoes);
	}

	private List<Accepted> of(String name) {
		return this.byName.getOrDefault(name, List.of());
	}

	private static boolean isAudited(Records.Row row, List<String> actions) {
		long asked = actions.stream().filter("operation.asked"::equals).count();
		long ended = actions.stream().filter(("operation." + row.state())::equals).count();
		long otherwise = actions.stream()
			.filter((action) -> Set
				.of("operation.confirmed", "operation.rejected", "operation.cancelled", "operation.conflict")
				.contains(action))
			.count();
		return asked == 1 && (row.isUnfinished() ? otherwise == 0 : ended == 1 && otherwise == 1);
	}

	/**
	 * What is wrong; all of it is to be empty.
	 *
	 * @param lost promised or said, and not so; or so, and said to be not
	 * @param duplicated carried out twice
	 * @param stuck without an end
	 * @param adopted somebody else's, taken for ours
	 * @param unaudited without its entries in the trail
	 */
	record Judgement(List<String> lost, List<String> duplicated, List<String> stuck, List<String> adopted,
			List<String> unaudited) {

		boolean isClean() {
			return all().isEmpty();
		}

		List<String> all() {
			List<String> all = new ArrayList<>(this.lost);
			all.addAll(this.duplicated);
			all.addAll(this.stuck);
			all.addAll(this.adopted);
			all.addAll(this.unaudited);
			return all;
		}

	}

}
