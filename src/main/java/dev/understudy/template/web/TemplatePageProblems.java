package dev.understudy.template.web;

import org.springframework.core.annotation.Order;
import org.springframework.http.HttpStatus;
import org.springframework.web.bind.annotation.ControllerAdvice;
import org.springframework.web.bind.annotation.ExceptionHandler;
import org.springframework.web.servlet.ModelAndView;

import dev.understudy.template.UnknownTemplateException;

/** What people see where there is no such template or experiment. */
@ControllerAdvice(assignableTypes = { TemplatePages.class, TemplateKeepingPages.class, CompliancePages.class })
@Order(0)
class TemplatePageProblems {

	@ExceptionHandler
	ModelAndView unknown(UnknownTemplateException ex) {
		return new ModelAndView("error/404", HttpStatus.NOT_FOUND);
	}

}
