package dev.understudy.experiment.web;

import java.util.List;
import java.util.UUID;
import java.util.stream.IntStream;
import java.util.stream.Stream;

import org.jspecify.annotations.Nullable;
import org.springframework.security.access.prepost.PreAuthorize;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestParam;

import dev.understudy.definition.Draft;
import dev.understudy.experiment.Comparison;
import dev.understudy.experiment.Comparisons;
import dev.understudy.experiment.Experiment;
import dev.understudy.experiment.Experiments;
import dev.understudy.experiment.NoSuchSideException;
import dev.understudy.experiment.Side;

/** What an experiment was, was submitted as and is, side by side. */
@Controller
@PreAuthorize("hasAuthority('READ')")
class DiffPages {

	/** Older revisions are compared from the list of revisions. */
	private static final int OFFERED = 100;

	private final Experiments experiments;

	private final Comparisons comparisons;

	DiffPages(Experiments experiments, Comparisons comparisons) {
		this.experiments = experiments;
		this.comparisons = comparisons;
	}

	@GetMapping("/experiments/{id}/diff")
	String diff(@PathVariable UUID id, @RequestParam(required = false) @Nullable Side from,
			@RequestParam(required = false) @Nullable Side to, Model model) {
		Experiment experiment = this.experiments.head(id);
		int latest = experiment.getRevision();
		Side left = (from != null) ? from : Side.revision(Math.max(1, latest - 1));
		Side right = (to != null) ? to : Side.revision(latest);
		model.addAttribute("experiment", experiment);
		model.addAttribute("from", left);
		model.addAttribute("to", right);
		model.addAttribute("sides", offered(experiment, left, right));
		model.addAttribute("restCall",
				"GET /api/v1/experiments/%s/diff?from=%s&to=%s".formatted(id, left.id(), right.id()));
		try {
			Comparison comparison = this.comparisons.compare(id, left, right);
			model.addAttribute("comparison", comparison);
			model.addAttribute("fields", ChangedField.of(comparison.changes(), comparison.after()));
			model.addAttribute("lines", lines(comparison));
		}
		catch (NoSuchSideException ex) {
			model.addAttribute("missing", true);
		}
		return "experiment/diff";
	}

	/** SageMaker does not describe tags. */
	private static List<JsonLine> lines(Comparison comparison) {
		return comparison.isWithLive()
				? JsonLine.between(withoutTags(comparison.before()), withoutTags(comparison.after()))
				: JsonLine.between(comparison.before(), comparison.after());
	}

	private static Draft withoutTags(Draft draft) {
		return draft.with("/Tags", null);
	}

	private static List<Side> offered(Experiment experiment, Side from, Side to) {
		int latest = experiment.getRevision();
		Stream<Side> revisions = IntStream.iterate(latest, (number) -> number > 0 && number > latest - OFFERED,
				(number) -> number - 1)
			.mapToObj(Side::revision);
		return Stream.of(Comparisons.sides(experiment).stream(), revisions, Stream.of(from, to))
			.flatMap((sides) -> sides)
			.distinct()
			.toList();
	}

}
