package dev.understudy.template;

/** Another template in use has the name. */
public class TemplateNameTakenException extends RuntimeException {

	TemplateNameTakenException(String name) {
		super("Another template is called \"%s\"".formatted(name));
	}

}
