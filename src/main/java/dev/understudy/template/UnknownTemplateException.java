package dev.understudy.template;

import java.util.UUID;

/** There is no such template, or none that is in use. */
public class UnknownTemplateException extends RuntimeException {

	UnknownTemplateException(UUID id) {
		super("There is no template %s in use".formatted(id));
	}

}
