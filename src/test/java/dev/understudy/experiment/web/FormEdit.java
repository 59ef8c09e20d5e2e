package dev.understudy.experiment.web;

import java.time.ZoneOffset;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

import org.jspecify.annotations.Nullable;

import dev.understudy.definition.Draft;

/** A person at a form: what it showed, and what was typed into it since. */
final class FormEdit {

	private final DraftForm shown;

	private final Map<String, String> typed = new HashMap<>();

	private List<String> dropped = List.of();

	private FormEdit(DraftForm shown) {
		this.shown = shown;
	}

	static FormEdit of(Draft draft) {
		return of(FormReading.form(draft, ZoneOffset.UTC));
	}

	static FormEdit of(DraftForm shown) {
		return new FormEdit(shown);
	}

	FormEdit name(String text) {
		return type("name", text);
	}

	FormEdit description(String text) {
		return type("description", text);
	}

	FormEdit sourceName(String text) {
		return type("sourceName", text);
	}

	FormEdit sampling(String text) {
		return type("sampling", text);
	}

	FormEdit startMode(String text) {
		return type("startMode", text);
	}

	FormEdit start(String text) {
		return type("start", text);
	}

	FormEdit end(String text) {
		return type("end", text);
	}

	FormEdit destination(String text) {
		return type("destination", text);
	}

	FormEdit captureKey(String text) {
		return type("captureKey", text);
	}

	FormEdit csvTypes(String text) {
		return type("csvTypes", text);
	}

	FormEdit jsonTypes(String text) {
		return type("jsonTypes", text);
	}

	FormEdit dropped(List<String> pointers) {
		this.dropped = pointers;
		return this;
	}

	DraftForm form() {
		DraftForm it = this.shown;
		return new DraftForm(it.target(), it.type(), typed("name", it.name()), typed("description", it.description()),
				it.role(), it.endpoint(), it.variants(), typed("sourceName", it.sourceName()), it.shadowName(),
				typed("sampling", it.sampling()), typed("startMode", it.startMode()), typed("start", it.start()),
				typed("end", it.end()), it.zone(), typed("destination", it.destination()),
				typed("captureKey", it.captureKey()), typed("csvTypes", it.csvTypes()),
				typed("jsonTypes", it.jsonTypes()), it.key(), it.tags(), this.dropped);
	}

	private FormEdit type(String field, String text) {
		this.typed.put(field, text);
		return this;
	}

	private @Nullable String typed(String field, @Nullable String shown) {
		return this.typed.containsKey(field) ? this.typed.get(field) : shown;
	}

}
