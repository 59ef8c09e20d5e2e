package dev.understudy.delivery.web;

import java.util.List;
import java.util.Set;

import org.jspecify.annotations.Nullable;

import dev.understudy.delivery.Answer;
import dev.understudy.delivery.Attempt;
import dev.understudy.delivery.Operation;
import dev.understudy.delivery.OperationError;
import dev.understudy.delivery.OperationState;
import dev.understudy.delivery.OperationType;
import dev.understudy.delivery.OperationView;
import dev.understudy.delivery.WaitingFor;

/**
 * Where an operation stands, who must act next, and where that is done.
 *
 * @param sentence message that says it in one sentence
 * @param steps where to go on
 */
record Guide(String sentence, List<Step> steps) {

	/** The codes of our own that have a sentence of their own; all others are AWS's. */
	private static final Set<String> OURS = Set.of("name-taken", "too-late", "no-answer", "copied", "gone", "drift",
			"ended-already", "not-started", "stop-first", "not-allowed-now", "no-effect", "role-not-allowed",
			"start-passed", "end-passed", "end-too-close");

	/** What AWS calls a permission that is missing; both spellings are in use. */
	private static final Set<String> DENIED = Set.of("AccessDeniedException", "AccessDenied");

	/** What is true of these however much was done before. */
	private static final Set<String> UNTOUCHED_BY_PARTS = Set.of("gone", "copied");

	static Guide of(OperationView view) {
		Operation operation = view.operation();
		OperationError error = operation.error();
		return switch (operation.state()) {
			case QUEUED, SENDING -> new Guide(unfinished(operation), List.of());
			case CONFIRMED -> confirmed(view);
			case CANCELLED -> cancelled(view, error);
			case REJECTED, CONFLICT -> failed(view, (error != null) ? error.code() : "");
		};
	}

	private static String unfinished(Operation operation) {
		WaitingFor waiting = operation.waitingFor();
		if (waiting == null) {
			return "delivery.stands." + operation.state().id();
		}
		return "delivery.stands.waiting." + (waiting.choice() ? "choice" : waiting.kind().id());
	}

	private static Guide confirmed(OperationView view) {
		Operation operation = view.operation();
		if (operation.cancelAsked()) {
			return (operation.type() == OperationType.CREATE)
					? new Guide("delivery.stands.uncancelled.create",
							List.of(step(operation, "stop", "stop"), step(operation, "delete", "delete")))
					: new Guide("delivery.stands.uncancelled.change", List.of(step(operation, "experiment", "")));
		}
		boolean already = view.attempts().isEmpty() && operation.type() != OperationType.CREATE;
		return new Guide(already ? "delivery.stands.already" : "delivery.stands.confirmed." + operation.type().id(),
				List.of());
	}

	private static Guide cancelled(OperationView view, @Nullable OperationError error) {
		if (error != null && error.code().equals(OperationError.COPIED)) {
			return failed(view, error.code());
		}
		return isPartlyDone(view) ? partlyDone(view.operation())
				: new Guide("delivery.stands.cancelled." + kind(view.operation()), List.of());
	}

	private static Guide failed(OperationView view, String code) {
		Operation operation = view.operation();
		if (isPartlyDone(view) && !UNTOUCHED_BY_PARTS.contains(code)) {
			return partlyDone(operation);
		}
		if (DENIED.contains(code)) {
			return new Guide("delivery.stands.denied." + operation.type().id(), List.of(again(operation)));
		}
		if (!OURS.contains(code)) {
			return new Guide("delivery.stands.refused." + kind(operation), List.of(again(operation)));
		}
		List<Step> steps = switch (code) {
			case "name-taken" -> List.of(step(operation, "rename", "draft"));
			case "gone", "copied" -> List.of(step(operation, "experiment", ""));
			case "drift" -> List.of(again(operation), step(operation, "leave", ""));
			case "ended-already" -> List.of(step(operation, "experiment", ""));
			case "not-started" -> List.of(step(operation, "delete", "delete"));
			case "stop-first" -> List.of(step(operation, "stop", "stop"));
			case "not-allowed-now" -> List.of(step(operation, "allowed", "update"));
			default -> List.of(again(operation));
		};
		return new Guide("delivery.stands.error." + code, steps);
	}

	/** Tags are taken away by one call and set by another; the first may have worked. */
	private static boolean isPartlyDone(OperationView view) {
		OperationError error = view.operation().error();
		if (error != null && !error.code().equals(OperationError.DRIFT) && !error.differences().isEmpty()) {
			return true;
		}
		return view.operation().type() == OperationType.TAG && view.attempts()
			.stream()
			.map(Attempt::answer)
			.anyMatch((answer) -> answer != null && answer.kind() == Answer.Kind.ACCEPTED);
	}

	private static Guide partlyDone(Operation operation) {
		return new Guide("delivery.stands.partly.tag", List.of(again(operation), step(operation, "experiment", "")));
	}

	private static String kind(Operation operation) {
		return (operation.type() == OperationType.CREATE) ? "create" : "change";
	}

	/** The form the operation came from, with what it asked for. */
	private static Step again(Operation operation) {
		String from = "?again=" + operation.id();
		return switch (operation.type()) {
			case CREATE -> step(operation, "draft", "draft");
			case START -> step(operation, "again", "start");
			case STOP -> step(operation, "again", "stop" + from);
			case UPDATE -> step(operation, "again", "update" + from);
			case DELETE -> step(operation, "again", "delete");
			case TAG -> step(operation, "again", "tags" + from);
		};
	}

	private static Step step(Operation operation, String label, String page) {
		String home = "/experiments/" + operation.experimentId();
		boolean reading = Set.of("experiment", "leave").contains(label);
		return new Step("delivery.step." + label, page.isEmpty() ? home : home + '/' + page, reading);
	}

	/** Whether promoting is still possible, though not as a part of the shadow test. */
	static boolean isPromotedByHand(Operation operation) {
		OperationError error = operation.error();
		return operation.type() == OperationType.STOP && operation.state() == OperationState.CONFLICT && error != null
				&& error.code().equals("ended-already");
	}

	/**
	 * Where to go on.
	 *
	 * @param label message on the link
	 * @param path where it leads
	 * @param reading whether somebody who only reads may go there
	 */
	record Step(String label, String path, boolean reading) {

	}

}
