package dev.understudy.shell;

import org.springframework.web.bind.WebDataBinder;
import org.springframework.web.bind.annotation.ControllerAdvice;
import org.springframework.web.bind.annotation.InitBinder;

/**
 * Forms are records and are filled through their constructors only: what a record does
 * not take, a request cannot set.
 */
@ControllerAdvice
class FormBinding {

	@InitBinder
	void constructorOnly(WebDataBinder binder) {
		binder.setDeclarativeBinding(true);
	}

}
