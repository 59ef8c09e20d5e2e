package dev.understudy.experiment.web;

import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

import org.jspecify.annotations.Nullable;
import org.springframework.validation.BeanPropertyBindingResult;
import org.springframework.validation.BindingResult;

import dev.understudy.actor.Actor;
import dev.understudy.actor.Permission;
import dev.understudy.definition.Draft;
import dev.understudy.definition.Finding;
import dev.understudy.experiment.StopOrder;
import dev.understudy.experiment.StopPlan;

/**
 * A decision about a running test as far as it was made, and what is still wrong about
 * it.
 *
 * @param known what stands in SageMaker
 * @param form what was typed
 * @param plan what it does; null until somebody has chosen
 * @param errors what is wrong, at the fields of the form
 */
record Decision(Draft known, StopForm form, @Nullable StopPlan plan, BindingResult errors) {

	private static final Pattern DESIRED = Pattern.compile("/desiredModelVariants/([0-9]{1,4})(/.*)?");

	static Decision of(Draft known, StopForm typed) {
		StopForm form = typed.withRows(known);
		StopPlan plan = form.chosen().map((action) -> StopPlan.of(known, form.order(action, known))).orElse(null);
		return new Decision(known, form, plan, new BeanPropertyBindingResult(form, "form"));
	}

	/** What is ordered, once nothing is wrong any more. */
	@Nullable StopOrder ready() {
		return (this.plan != null && !this.errors.hasErrors()) ? this.plan.order() : null;
	}

	String endpoint() {
		return this.known.endpointName().orElse("");
	}

	/** Whether it has all that a person has to say. */
	void inspect(Actor actor) {
		if (this.plan == null) {
			this.errors.rejectValue("action", "stop.action.required");
		}
		if (Texts.isBlank(this.form.reason())) {
			this.errors.rejectValue("reason", "stop.reason.required");
		}
		if (this.plan != null && this.plan.changesProduction()) {
			if (!actor.may(Permission.CHANGE_PRODUCTION)) {
				this.errors.rejectValue("action", "stop.promote.not-allowed");
			}
			if (!new Confirmation(this.form.confirmation()).names(endpoint())) {
				this.errors.rejectValue("confirmation", "change.confirm.wrong", new Object[] { endpoint() }, null);
			}
		}
	}

	/** Puts findings about the order at the fields of the form. */
	void reject(List<Finding> findings) {
		findings.stream().filter(Finding::forbids).forEach((finding) -> {
			String path = path(finding.pointer());
			if (path == null) {
				this.errors.reject(finding.rule(), FormFindings.words(finding));
			}
			else if (!path.equals("reason") || !this.errors.hasFieldErrors("reason")) {
				this.errors.rejectValue(path, finding.rule(), FormFindings.words(finding));
			}
		});
	}

	private @Nullable String path(String pointer) {
		if (pointer.equals("/reason")) {
			return "reason";
		}
		Matcher desired = DESIRED.matcher(pointer);
		if (!desired.matches()) {
			return pointer.startsWith("/desiredModelVariants") ? "instances" : null;
		}
		int row = this.form.row(desiredVariant(Integer.parseInt(desired.group(1))));
		boolean count = Texts.orEmpty(desired.group(2)).endsWith("/InstanceCount");
		return (row < 0) ? "instances" : "hosting[%d].%s".formatted(row, count ? "instanceCount" : "instanceType");
	}

	private @Nullable String desiredVariant(int index) {
		return (this.plan != null && this.plan.order().desiredModelVariants() != null)
				? this.plan.order().desiredModelVariants().path(index).path("VariantName").asString("") : null;
	}

	/** The model of the production variant. */
	public String production() {
		return model(this.known.productionVariant().orElse(""));
	}

	/** The model of the shadow variant. */
	public String shadow() {
		return model(this.known.shadowVariant().orElse(""));
	}

	private String model(String variant) {
		return this.known.at(FormReading.VARIANTS)
			.valueStream()
			.filter((it) -> it.path("VariantName").asString("").equals(variant))
			.findFirst()
			.map((it) -> it.path("ModelName").asString(variant))
			.orElse(variant);
	}

}
