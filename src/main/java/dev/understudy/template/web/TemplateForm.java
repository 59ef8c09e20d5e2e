package dev.understudy.template.web;

import java.util.List;
import java.util.Objects;

import org.jspecify.annotations.Nullable;

import dev.understudy.definition.Draft;
import dev.understudy.template.Locks;
import dev.understudy.template.Template;
import dev.understudy.template.TemplateContent;

/**
 * A template as a browser sends it.
 *
 * @param name its name
 * @param description what it is for
 * @param definition its definition as JSON
 * @param locked pointers of what is to be locked
 * @param version the version it was made from; none for a new one
 */
record TemplateForm(@Nullable String name, @Nullable String description, @Nullable String definition,
		List<String> locked, @Nullable Integer version) {

	TemplateForm {
		locked = (locked != null) ? locked.stream().filter(Objects::nonNull).toList() : List.of();
	}

	static TemplateForm of(Draft definition) {
		return new TemplateForm(null, null, definition.pretty(), List.of(), null);
	}

	static TemplateForm of(Template template) {
		TemplateContent content = template.content();
		return new TemplateForm(content.name(), content.description(), content.definition().pretty(),
				content.locks().pointers(), template.version());
	}

	TemplateForm onto(Template current) {
		return new TemplateForm(this.name, this.description, this.definition, this.locked, current.version());
	}

	int expected() {
		return Objects.requireNonNullElse(this.version, 0);
	}

	/**
	 * What it says.
	 * @throws dev.understudy.definition.MalformedDocument if the definition is no JSON
	 * @throws dev.understudy.definition.UnstorableText if it holds what cannot be stored
	 * @throws dev.understudy.definition.DocumentTooLarge if it is too large
	 */
	TemplateContent content() {
		String json = Objects.requireNonNullElse(this.definition, "");
		return new TemplateContent(Objects.requireNonNullElse(this.name, ""),
				Objects.requireNonNullElse(this.description, ""), json.isBlank() ? Draft.empty() : Draft.parse(json),
				new Locks(this.locked));
	}

}
