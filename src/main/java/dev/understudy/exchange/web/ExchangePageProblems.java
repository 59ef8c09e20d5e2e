package dev.understudy.exchange.web;

import java.util.Map;

import org.springframework.core.annotation.Order;
import org.springframework.http.HttpStatus;
import org.springframework.web.bind.annotation.ControllerAdvice;
import org.springframework.web.bind.annotation.ExceptionHandler;
import org.springframework.web.servlet.ModelAndView;

import dev.understudy.experiment.UnknownExperimentException;
import dev.understudy.target.UnknownTargetException;

/** What people see where there is no such experiment, or its target is gone. */
@ControllerAdvice(assignableTypes = { ImportPages.class, ExportPages.class })
@Order(0)
class ExchangePageProblems {

	@ExceptionHandler
	ModelAndView unknown(UnknownExperimentException ex) {
		return new ModelAndView("error/404", HttpStatus.NOT_FOUND);
	}

	@ExceptionHandler
	ModelAndView unknown(UnknownTargetException ex) {
		return new ModelAndView("error/target", Map.of("target", ex.name()), HttpStatus.CONFLICT);
	}

}
