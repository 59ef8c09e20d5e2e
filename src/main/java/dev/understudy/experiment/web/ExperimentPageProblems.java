package dev.understudy.experiment.web;

import org.springframework.core.annotation.Order;
import org.springframework.dao.PessimisticLockingFailureException;
import org.springframework.http.HttpStatus;
import org.springframework.web.bind.annotation.ControllerAdvice;
import org.springframework.web.bind.annotation.ExceptionHandler;
import org.springframework.web.servlet.ModelAndView;

import dev.understudy.experiment.UnknownExperimentException;

/**
 * What people see where there is no such experiment, or it is being changed right now.
 */
@ControllerAdvice(assignableTypes = { DraftPages.class, DraftRowPages.class, DraftCheckPages.class, ReviewPages.class,
		ExperimentPages.class, DriftPages.class })
@Order(0)
class ExperimentPageProblems {

	@ExceptionHandler
	ModelAndView unknown(UnknownExperimentException ex) {
		return new ModelAndView("error/404", HttpStatus.NOT_FOUND);
	}

	@ExceptionHandler
	ModelAndView busy(PessimisticLockingFailureException ex) {
		return new ModelAndView("error/409", HttpStatus.CONFLICT);
	}

}
