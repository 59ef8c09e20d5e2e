package dev.understudy.experiment.web;

import java.util.UUID;

import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.springframework.ui.Model;
import org.springframework.validation.BindingResult;

import dev.understudy.actor.Actor;
import dev.understudy.actor.Permission;
import dev.understudy.definition.Draft;
import dev.understudy.delivery.Operation;
import dev.understudy.delivery.OperationType;
import dev.understudy.delivery.Operations;
import dev.understudy.experiment.Lifecycle;
import dev.understudy.experiment.StopOrder;

/** Puts the decision about a running test before a person, and reads what was decided. */
@Component
class DecisionPage {

	/** What AWS advises to copy before promoting, in percent. */
	private static final int ADVISED = 100;

	private final Lifecycle lifecycle;

	private final Operations operations;

	private final ChangePage page;

	DecisionPage(Lifecycle lifecycle, Operations operations, ChangePage page) {
		this.lifecycle = lifecycle;
		this.operations = operations;
		this.page = page;
	}

	/** The form to begin with: blank, or as an earlier stop was asked for. */
	Decision begin(UUID id, @Nullable UUID again) {
		return read(id, (again != null) ? again(id, this.operations.get(again).operation()) : StopForm.blank());
	}

	private static StopForm again(UUID id, Operation operation) {
		boolean fits = operation.experimentId().equals(id) && operation.type() == OperationType.STOP;
		return fits ? StopForm.of(Draft.parse(operation.payload())) : StopForm.blank();
	}

	Decision read(UUID id, StopForm typed) {
		return Decision.of(this.lifecycle.known(id), typed);
	}

	/** What was decided, with everything that is wrong about it. */
	Decision inspect(UUID id, StopForm typed, Actor actor) {
		Decision decision = read(id, typed);
		decision.inspect(actor);
		if (decision.plan() != null) {
			decision.reject(this.lifecycle.check(id, decision.plan().order()));
		}
		return decision;
	}

	String show(UUID id, Decision decision, Model model, Actor actor) {
		this.page.open(id, OperationType.STOP, model);
		model.addAttribute("form", decision.form());
		model.addAttribute(BindingResult.MODEL_KEY_PREFIX + "form", decision.errors());
		model.addAttribute("decision", decision);
		model.addAttribute("endpoint", decision.endpoint());
		model.addAttribute("plan", decision.plan());
		model.addAttribute("sampling", decision.known().samplingPercentage().orElse(ADVISED));
		model.addAttribute("advised", ADVISED);
		model.addAttribute("mayPromote", actor.may(Permission.CHANGE_PRODUCTION));
		model.addAttribute("restCall", Calls.operation(id, "{\"type\":\"stop\",\"action\":\"%s\",\"reason\":\"…\"}"
			.formatted(decision.form().chosen().orElse(StopOrder.Action.DISCARD).id())));
		return "experiment/stop";
	}

}
