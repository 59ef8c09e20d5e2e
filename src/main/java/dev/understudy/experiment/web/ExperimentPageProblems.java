package dev.understudy.experiment.web;

import java.util.List;
import java.util.Map;

import jakarta.servlet.http.HttpServletRequest;
import org.springframework.core.annotation.Order;
import org.springframework.dao.PessimisticLockingFailureException;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.ControllerAdvice;
import org.springframework.web.bind.annotation.ExceptionHandler;
import org.springframework.web.servlet.ModelAndView;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

import dev.understudy.delivery.UnknownOperationException;
import dev.understudy.experiment.UnknownExperimentException;
import dev.understudy.shell.Flash;
import dev.understudy.target.UnknownTargetException;

/**
 * What people see where there is no such experiment, it is being changed right now, or
 * what it needs is not there. Comes after what answers programs, whose controllers are
 * controllers too.
 */
@ControllerAdvice(annotations = Controller.class)
@Order(90)
class ExperimentPageProblems {

	@ExceptionHandler
	ModelAndView unknown(UnknownExperimentException ex) {
		return new ModelAndView("error/404", HttpStatus.NOT_FOUND);
	}

	@ExceptionHandler
	ModelAndView unknown(UnknownOperationException ex) {
		return new ModelAndView("error/404", HttpStatus.NOT_FOUND);
	}

	@ExceptionHandler
	String notThere(NotInSageMakerException ex, RedirectAttributes redirect) {
		Flash.error(redirect, "change.refused.not-in-sagemaker");
		return "redirect:/experiments/" + ex.experimentId();
	}

	/** A target can be taken out of the configuration while experiments are of it. */
	@ExceptionHandler
	ModelAndView unknown(UnknownTargetException ex) {
		return new ModelAndView("error/target", Map.of("target", ex.name()), HttpStatus.CONFLICT);
	}

	/** Nothing was written, and what was typed can be sent again. */
	@ExceptionHandler
	ModelAndView busy(PessimisticLockingFailureException ex, HttpServletRequest request) {
		boolean posted = request.getMethod().equals("POST");
		return new ModelAndView("error/busy", Map.of("address", request.getRequestURI(), "posted", posted, "typed",
				posted ? TypedForm.of(request) : List.of()), HttpStatus.CONFLICT);
	}

}
