package dev.understudy.experiment.web;

import java.time.ZoneOffset;
import java.util.List;
import java.util.UUID;

import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.springframework.ui.Model;
import org.springframework.validation.BindingResult;
import tools.jackson.databind.JsonNode;

import dev.understudy.definition.DocumentTooLarge;
import dev.understudy.definition.Draft;
import dev.understudy.definition.UnstorableText;
import dev.understudy.definition.UpdatableMembers;
import dev.understudy.delivery.Operation;
import dev.understudy.delivery.OperationType;
import dev.understudy.delivery.Operations;
import dev.understudy.experiment.Experiment;
import dev.understudy.experiment.Hindrance;
import dev.understudy.experiment.Lifecycle;
import dev.understudy.experiment.UpdatePlan;

/** Puts an update before a person: the fields that may change, and what would be sent. */
@Component
class UpdateEditor {

	private static final String RUNNING = "Running";

	private final Lifecycle lifecycle;

	private final Operations operations;

	private final ChangePage page;

	UpdateEditor(Lifecycle lifecycle, Operations operations, ChangePage page) {
		this.lifecycle = lifecycle;
		this.operations = operations;
		this.page = page;
	}

	/** The form of what stands there now, or of that with what was asked for before. */
	EditedUpdate begin(UUID id, @Nullable UUID again) {
		Draft known = this.lifecycle.known(id);
		Draft shown = (again != null) ? onto(known, id, this.operations.get(again).operation()) : known;
		DraftForm form = FormReading.form(shown, ZoneOffset.UTC);
		return new EditedUpdate(Basis.of(known, null, UpdatableMembers.NAMES), form, null, null,
				FormFindings.of(List.of(), form, FormMerge.places(form, known)));
	}

	private static Draft onto(Draft known, UUID id, Operation operation) {
		if (!operation.experimentId().equals(id) || operation.type() != OperationType.UPDATE) {
			return known;
		}
		Draft shown = known;
		for (var asked : Draft.parse(operation.payload()).at("/asked").properties()) {
			if (asked.getKey().equals("Schedule")) {
				for (var time : asked.getValue().properties()) {
					shown = shown.with("/Schedule/" + time.getKey(), time.getValue());
				}
			}
			else {
				JsonNode value = asked.getValue();
				shown = shown.with('/' + asked.getKey(), value);
			}
		}
		return shown;
	}

	/** What a form says, and what is found about it. */
	EditedUpdate read(UUID id, @Nullable String carried, DraftForm form) {
		Basis basis = Basis.of(this.lifecycle.known(id), carried, UpdatableMembers.NAMES);
		try {
			MergedDraft merged = FormMerge.merge(form, basis.seen());
			Draft wanted = EditedUpdate.wanted(basis, merged.draft());
			UpdatePlan plan = this.lifecycle.plan(id, wanted, basis.seen());
			return new EditedUpdate(basis, form, wanted, plan, FormFindings.of(plan.findings(), form, merged));
		}
		catch (UnstorableText ex) {
			return new EditedUpdate(basis, form, null, null,
					FormFindings.of(ex.findings(), form, FormMerge.places(form, basis.seen())));
		}
		catch (DocumentTooLarge ex) {
			return new EditedUpdate(basis, form, null, null, FormFindings.tooLarge(form));
		}
	}

	String show(UUID id, EditedUpdate edited, boolean inspected, Model model) {
		Experiment experiment = open(id, edited, model);
		model.addAttribute(BindingResult.MODEL_KEY_PREFIX + "form", edited.errors());
		model.addAttribute("warnings", edited.findings().warnings());
		model.addAttribute("inspected", inspected);
		model.addAttribute("zones", Zones.EVERY);
		model.addAttribute("fresh", edited.plan() == null && !inspected);
		model.addAttribute("variants", FormReading.form(edited.basis().known(), ZoneOffset.UTC).variants());
		Hindrance hindrance = Hindrance.of(OperationType.UPDATE, experiment);
		// What was typed while it ran has no fields for more than that.
		boolean running = RUNNING.equals(ChangePage.status(experiment))
				|| (hindrance != null && edited.form().startMode() == null);
		model.addAttribute("running", running);
		model.addAttribute("intro", "update.intro." + intro(hindrance, running));
		model.addAttribute("editable", hindrance == null || edited.plan() != null || inspected);
		return "experiment/update";
	}

	private static String intro(@Nullable Hindrance hindrance, boolean running) {
		if (hindrance == null) {
			return running ? "running" : "created";
		}
		return (hindrance == Hindrance.IN_TRANSITION) ? "in-transition" : "ended";
	}

	String review(UUID id, EditedUpdate edited, Model model) {
		open(id, edited, model);
		model.addAttribute("changes", edited.changes());
		model.addAttribute("json", (edited.plan() != null) ? Draft.of(edited.plan().asked()).pretty() : "");
		model.addAttribute("risks", edited.findings().warnings());
		return "experiment/update-review";
	}

	private Experiment open(UUID id, EditedUpdate edited, Model model) {
		Experiment experiment = this.page.open(id, OperationType.UPDATE, model);
		model.addAttribute("form", edited.form());
		model.addAttribute("basis", edited.basis());
		model.addAttribute("known", edited.basis().known());
		model.addAttribute("restCall", Calls.operation(id, "{\"type\":\"update\",\"definition\":{…}}"));
		return experiment;
	}

}
