package dev.understudy.reliability;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;

import org.jspecify.annotations.Nullable;

import static dev.understudy.reliability.Happenings.CHANGE;
import static dev.understudy.reliability.Happenings.CONFIRMED;
import static dev.understudy.reliability.Happenings.EXPERIMENT;
import static dev.understudy.reliability.Happenings.JSON;
import static dev.understudy.reliability.Happenings.OURS;
import static dev.understudy.reliability.Happenings.accepted;
import static dev.understudy.reliability.Happenings.create;
import static dev.understudy.reliability.Happenings.row;

/**
 * A change of each kind, as it was asked for, as it was sent, and one that is alike.
 */
enum KindOfChange {

	START("StartInferenceExperiment", "{}", "{}", "{}"),

	STOP("StopInferenceExperiment", "{'ModelVariantActions':{'shadow':'Remove'},'Reason':'Enough'}",
			"{'ModelVariantActions':{'shadow':'Remove'},'Reason':'Enough [understudy %s]'}".formatted(CHANGE),
			"{'ModelVariantActions':{'shadow':'Remove'},'Reason':'Enough [understudy %s]'}".formatted(OURS)),

	UPDATE("UpdateInferenceExperiment", "{'asked':{'Description':'Own'},'seen':{}}", "{'Description':'Own'}",
			"{'Description':'Another'}"),

	DELETE("DeleteInferenceExperiment", "{}", "{}", "{}"),

	TAG("AddTags", "{'add':[{'Key':'k','Value':'own'}],'remove':[],'seen':{}}", "{'Tags':[{'Key':'k','Value':'own'}]}",
			"{'Tags':[{'Key':'k','Value':'another'}]}");

	private final String call;

	private final String asked;

	private final String own;

	private final String others;

	KindOfChange(String call, String asked, String own, String others) {
		this.call = call;
		this.asked = asked;
		this.own = own;
		this.others = others;
	}

	Accepted own() {
		return accepted(this.call, null, "request", this.own);
	}

	Accepted others() {
		return accepted(this.call, null, "request", this.others);
	}

	/** On an experiment that we made before that. */
	Oracle.Judgement judged(String state, @Nullable String code, Accepted... then) {
		List<Accepted> ledger = new ArrayList<>(List.of(create(OURS)));
		ledger.addAll(List.of(then));
		return judged(ledger, state, code);
	}

	/** On one that we made after other things had happened under its name. */
	Oracle.Judgement judgedAfter(List<Accepted> before, String state, @Nullable String code) {
		List<Accepted> ledger = new ArrayList<>(before);
		ledger.add(create(OURS));
		return judged(ledger, state, code);
	}

	private Oracle.Judgement judged(List<Accepted> ledger, String state, @Nullable String code) {
		Records.Row change = new Records.Row(CHANGE, EXPERIMENT, name().toLowerCase(Locale.ROOT), "a", state, null,
				code, JSON.readTree(this.asked.replace('\'', '"')));
		return new Oracle(ledger, Set.of("outside")).judge(List.of(CHANGE), List.of(row("confirmed"), change),
				Map.of(OURS, CONFIRMED, CHANGE, List.of("operation.asked", "operation." + state)));
	}

}
