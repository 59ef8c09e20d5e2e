package dev.understudy.experiment.web;

import java.util.List;

import org.jspecify.annotations.Nullable;
import org.springframework.validation.BindingResult;
import tools.jackson.databind.node.JsonNodeFactory;

import dev.understudy.definition.Draft;
import dev.understudy.experiment.UpdatePlan;

/**
 * An update somebody has before them.
 *
 * @param basis what the form was made from
 * @param form the form as typed
 * @param wanted what it says; null if that cannot even be read
 * @param plan what it would do; null with <code>wanted</code>
 * @param findings what is wrong or risky, at the fields
 */
record EditedUpdate(Basis basis, DraftForm form, @Nullable Draft wanted, @Nullable UpdatePlan plan,
		FormFindings findings) {

	/** What SageMaker can change and not take away. */
	private static final List<FormField> KEPT = List.of(FormField.START, FormField.END, FormField.DESTINATION,
			FormField.SAMPLING);

	/**
	 * The members an update may hold; a description that was taken away is an empty one.
	 */
	static Draft wanted(Basis basis, Draft merged) {
		Draft part = basis.part(merged);
		boolean emptied = basis.seen().text("/Description").isPresent() && part.at("/Description").isMissingNode();
		return emptied ? part.with("/Description", JsonNodeFactory.instance.stringNode("")) : part;
	}

	boolean isRefused() {
		return this.plan == null || this.findings.isRefused() || errors().hasErrors();
	}

	boolean isNothing() {
		return this.plan != null && this.plan.changes().isEmpty();
	}

	/** The errors, as templates read them. */
	BindingResult errors() {
		BindingResult errors = this.findings.binding();
		Draft after = this.wanted;
		if (after != null) {
			KEPT.stream()
				.filter((field) -> !this.basis.seen().at(field.pointer()).isMissingNode()
						&& after.at(field.pointer()).isMissingNode())
				.forEach((field) -> errors.rejectValue(field.path(), "update.kept"));
		}
		return errors;
	}

	/** What would be sent, field by field. */
	List<ChangedField> changes() {
		return (this.plan != null) ? ChangedField.of(this.plan.changes(), this.plan.definition()) : List.of();
	}

}
