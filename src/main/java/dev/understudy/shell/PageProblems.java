package dev.understudy.shell;

import org.springframework.core.annotation.Order;
import org.springframework.dao.OptimisticLockingFailureException;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.ControllerAdvice;
import org.springframework.web.bind.annotation.ExceptionHandler;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.method.annotation.MethodArgumentTypeMismatchException;
import org.springframework.web.servlet.ModelAndView;

/**
 * What any page may run into, answered with a page. Ordered after the API's advice,
 * because a REST controller is a controller too.
 */
@ControllerAdvice(annotations = Controller.class)
@Order(100)
class PageProblems {

	@ExceptionHandler
	ModelAndView stale(OptimisticLockingFailureException ex) {
		return new ModelAndView("error/409", HttpStatus.CONFLICT);
	}

	@ExceptionHandler
	ModelAndView badToken(PageTokenException ex) {
		return new ModelAndView("error/4xx", HttpStatus.BAD_REQUEST);
	}

	/** An address with something else where an id belongs leads nowhere. */
	@ExceptionHandler
	ModelAndView mistyped(MethodArgumentTypeMismatchException ex) {
		boolean inPath = ex.getParameter().hasParameterAnnotation(PathVariable.class);
		return inPath ? new ModelAndView("error/404", HttpStatus.NOT_FOUND)
				: new ModelAndView("error/4xx", HttpStatus.BAD_REQUEST);
	}

}
