package dev.understudy.experiment.web;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;

import org.jspecify.annotations.Nullable;
import org.springframework.validation.BeanPropertyBindingResult;
import org.springframework.validation.BindingResult;

import dev.understudy.definition.Finding;
import dev.understudy.experiment.Bond;

/**
 * Findings at the fields of a form.
 *
 * @param form the form
 * @param byPath for each field what is found there, in the order of the draft
 * @param strays what is found where the form has no field
 * @param tooLarge whether the whole is too large to be stored, or looked at any closer
 * @param locks the fields whose value somebody else has set, by their ids
 */
record FormFindings(DraftForm form, Map<String, List<Finding>> byPath, List<Finding> strays, boolean tooLarge,
		Map<String, FieldLock> locks) {

	private static final Pattern TAG = Pattern.compile("tags\\[([0-9]{1,4})]\\.(key|value)");

	private static final Pattern VARIANT = Pattern
		.compile("variants\\[([0-9]{1,4})]\\.(name|model|infrastructure|instanceType|instanceCount)");

	static FormFindings of(List<Finding> findings, DraftForm form, MergedDraft merged) {
		return of(findings, null, form, merged);
	}

	static FormFindings of(List<Finding> findings, @Nullable Bond bond, DraftForm form, MergedDraft merged) {
		Map<String, List<Finding>> byPath = new LinkedHashMap<>();
		List<Finding> strays = new ArrayList<>();
		for (Finding finding : findings) {
			String path = merged.path(finding.pointer(), form);
			(path != null ? byPath.computeIfAbsent(path, (key) -> new ArrayList<>()) : strays).add(finding);
		}
		return new FormFindings(form, byPath, strays, false, FieldLock.of(bond, byPath, form, merged));
	}

	static FormFindings tooLarge(DraftForm form) {
		return new FormFindings(form, Map.of(), List.of(), true, Map.of());
	}

	/** With one more at a field, before all others. */
	FormFindings with(String path, Finding finding) {
		Map<String, List<Finding>> more = new LinkedHashMap<>();
		more.put(path, List.of(finding));
		this.byPath.forEach((other, findings) -> more.merge(other, findings,
				(first, rest) -> Stream.concat(first.stream(), rest.stream()).toList()));
		return new FormFindings(this.form, more, this.strays, this.tooLarge, this.locks);
	}

	/** Without nagging about what was not reached yet. */
	FormFindings withoutMissing() {
		Map<String, List<Finding>> rest = new LinkedHashMap<>();
		this.byPath.forEach((path, findings) -> rest.put(path,
				findings.stream().filter((finding) -> !finding.rule().endsWith(".required")).toList()));
		return new FormFindings(this.form, rest, this.strays, this.tooLarge, this.locks);
	}

	boolean isRefused() {
		return this.tooLarge || DraftEditor.isRefused(this.strays)
				|| this.byPath.values().stream().anyMatch(DraftEditor::isRefused);
	}

	/** Whether the form has a field, so that templates may ask for it. */
	boolean hasField(String path) {
		return path.equals("startMode") || path.equals("target") || isRow(TAG, path, this.form.tags().size())
				|| isRow(VARIANT, path, this.form.variants().size())
				|| Arrays.stream(FormField.values()).anyMatch((field) -> field.path().equals(path));
	}

	private static boolean isRow(Pattern pattern, String path, int rows) {
		Matcher row = pattern.matcher(path);
		return row.matches() && Integer.parseInt(row.group(1)) < rows;
	}

	/** The errors, as templates read them. */
	BindingResult binding() {
		BindingResult binding = new BeanPropertyBindingResult(this.form, "form");
		this.byPath.forEach((path, findings) -> findings.stream()
			.filter(Finding::forbids)
			.forEach((finding) -> binding.rejectValue(path, finding.rule(), words(finding))));
		this.strays.stream()
			.filter(Finding::forbids)
			.forEach((finding) -> binding.reject(finding.rule(), words(finding)));
		return binding;
	}

	/** The warnings by field. */
	Map<String, List<String>> warnings() {
		Map<String, List<String>> warnings = new LinkedHashMap<>();
		this.byPath.forEach((path, findings) -> warnings.put(path,
				findings.stream().filter((finding) -> !finding.forbids()).map(FormFindings::words).toList()));
		return warnings;
	}

	static String words(Finding finding) {
		return (finding.hint() != null) ? finding.message() + ' ' + finding.hint() : finding.message();
	}

}
