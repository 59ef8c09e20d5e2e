package dev.understudy.reliability;

import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;

/**
 * Compares what SageMaker accepted, by its own journal, with what the application says
 * and with what its audit trail says. It never asks the application what is true.
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
		for (Records.Row row : rows) {
			if (row.isUnfinished()) {
				stuck.add("%s of %s is still %s".formatted(row.type(), row.name(), row.state()));
			}
			else if (row.type().equals("create")) {
				judgeCreate(row, lost, adopted);
			}
			else {
				judgeChange(row, lost);
			}
			if (!isAudited(row, audited.getOrDefault(row.id(), List.of()))) {
				unaudited.add("%s of %s is %s, the trail says %s".formatted(row.type(), row.name(), row.state(),
						audited.get(row.id())));
			}
		}
		return new Judgement(lost, duplicates(), stuck, adopted, unaudited);
	}

	private void judgeCreate(Records.Row row, List<String> lost, List<String> adopted) {
		List<Accepted> creates = creates(row.name());
		boolean ours = creates.stream().anyMatch((it) -> row.id().toString().equals(it.owner()));
		if (row.isConfirmed() && !ours) {
			(creates.isEmpty() ? lost : adopted)
				.add("create of %s is confirmed, but nothing was made for it".formatted(row.name()));
		}
		if (!row.isConfirmed() && row.orphanArn() == null && stands(row)) {
			lost.add("create of %s is %s, but what it made stands".formatted(row.name(), row.state()));
		}
	}

	// The name's owner in the end, by what was accepted for it in turn.
	private boolean stands(Records.Row row) {
		boolean stands = false;
		for (Accepted call : this.byName.getOrDefault(row.name(), List.of())) {
			if (call.is("CreateInferenceExperiment")) {
				stands = row.id().toString().equals(call.owner());
			}
			else if (call.is("DeleteInferenceExperiment")) {
				stands = false;
			}
		}
		return stands;
	}

	private void judgeChange(Records.Row row, List<String> lost) {
		String call = switch (row.type()) {
			case "start" -> "StartInferenceExperiment";
			case "stop" -> "StopInferenceExperiment";
			case "update" -> "UpdateInferenceExperiment";
			case "delete" -> "DeleteInferenceExperiment";
			case "tag" -> "AddTags";
			default -> throw new IllegalStateException("The oracle knows nothing of " + row.type());
		};
		boolean accepted = this.byName.getOrDefault(row.name(), List.of()).stream().anyMatch((it) -> it.is(call));
		if (row.isConfirmed() && !accepted) {
			lost.add("%s of %s is confirmed, but SageMaker never accepted one".formatted(row.type(), row.name()));
		}
	}

	/** Accepted for the same operation again, though nobody had deleted the first. */
	private List<String> duplicates() {
		Map<String, Accepted> standing = new HashMap<>();
		Set<String> gone = new HashSet<>();
		List<String> doubled = new ArrayList<>();
		for (Accepted call : this.ledger) {
			if (call.is("DeleteInferenceExperiment") && this.deletedOutside.contains(call.requestId())) {
				gone.add(call.name());
			}
			if (call.is("CreateInferenceExperiment") && call.owner() != null && standing.put(call.owner(), call) != null
					&& !gone.contains(call.name())) {
				doubled.add("%s was made twice for operation %s".formatted(call.name(), call.owner()));
			}
			if (call.is("StopInferenceExperiment") && standing.put(reason(call), call) != null) {
				doubled.add("%s was stopped twice for the same operation".formatted(call.name()));
			}
		}
		return doubled;
	}

	private static String reason(Accepted stop) {
		return stop.name() + stop.input().path("Reason").asString();
	}

	private List<Accepted> creates(String name) {
		return this.byName.getOrDefault(name, List.of())
			.stream()
			.filter((it) -> it.is("CreateInferenceExperiment"))
			.toList();
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
