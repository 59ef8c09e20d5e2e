package dev.understudy.experiment.web;

import java.util.UUID;
import java.util.function.Supplier;

import jakarta.servlet.http.HttpServletResponse;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Component;
import org.springframework.ui.Model;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

import dev.understudy.delivery.OperationInFlightException;
import dev.understudy.delivery.OperationType;
import dev.understudy.experiment.Experiment;
import dev.understudy.experiment.Experiments;
import dev.understudy.experiment.Hindrance;
import dev.understudy.experiment.IllegalPhaseException;
import dev.understudy.experiment.NothingToChangeException;
import dev.understudy.experiment.Pending;
import dev.understudy.experiment.Sighting;
import dev.understudy.shell.Flash;

/**
 * What the pages have in common that ask for a change of what SageMaker has: they say
 * what stands in the way, and lose nothing that was typed.
 */
@Component
class ChangePage {

	private final Experiments experiments;

	ChangePage(Experiments experiments) {
		this.experiments = experiments;
	}

	/**
	 * The experiment, put on the page with what stands in the way of the change.
	 * @throws NotInSageMakerException if SageMaker has nothing that could be changed
	 */
	Experiment open(UUID id, OperationType change, Model model) {
		Experiment experiment = this.experiments.get(id).experiment();
		Hindrance hindrance = Hindrance.of(change, experiment);
		if (hindrance == Hindrance.NOT_CREATED) {
			throw new NotInSageMakerException(id);
		}
		Refusal refusal = (hindrance != null) ? new Refusal(hindrance.message(), null) : inFlight(change, experiment);
		model.addAttribute("experiment", experiment);
		model.addAttribute("status", status(experiment));
		if (!model.containsAttribute("refusal")) {
			model.addAttribute("refusal", refusal);
		}
		return experiment;
	}

	/** Asks for the change; what is refused for the moment is said on the page. */
	@Nullable String ask(UUID id, Change change, String done, Model model, HttpServletResponse response,
			RedirectAttributes redirect) {
		try {
			UUID operation = change.asking().get();
			Flash.success(redirect, done);
			return "redirect:/experiments/%s/operations/%s".formatted(id, operation);
		}
		catch (OperationInFlightException ex) {
			if (isTheSame(id, change.type(), ex.operationId())) {
				return "redirect:/experiments/%s/operations/%s".formatted(id, ex.operationId());
			}
			model.addAttribute("refusal", Refusal.of(ex));
		}
		catch (IllegalPhaseException ex) {
			model.addAttribute("refusal", Refusal.of(ex));
		}
		catch (NothingToChangeException ex) {
			model.addAttribute("refusal", new Refusal("change.refused.nothing", null));
		}
		response.setStatus(HttpStatus.CONFLICT.value());
		return null;
	}

	/**
	 * Whoever presses a button twice wants one operation, if there is but one way to ask.
	 */
	private boolean isTheSame(UUID id, OperationType type, UUID operation) {
		Pending pending = this.experiments.get(id).experiment().getPending();
		return (type == OperationType.START || type == OperationType.DELETE) && pending != null
				&& pending.type() == type && pending.operationId().equals(operation);
	}

	static @Nullable String status(Experiment experiment) {
		Sighting sighting = experiment.getSighting();
		return (sighting != null) ? sighting.status() : null;
	}

	private static @Nullable Refusal inFlight(OperationType change, Experiment experiment) {
		Pending pending = experiment.getPending();
		return (pending == null || pending.isOvertakenBy(change)) ? null
				: new Refusal("change.refused.in-flight", pending.operationId());
	}

	/**
	 * A change to be asked for.
	 *
	 * @param type what it is
	 * @param asking asks for it and names the operation that carries it
	 */
	record Change(OperationType type, Supplier<UUID> asking) {

	}

}
