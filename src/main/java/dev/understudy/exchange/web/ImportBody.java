package dev.understudy.exchange.web;

import java.time.Instant;
import java.util.List;
import java.util.UUID;

import com.fasterxml.jackson.annotation.JsonInclude;
import io.swagger.v3.oas.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

import dev.understudy.definition.Draft;
import dev.understudy.definition.Finding;
import dev.understudy.definition.Severity;
import dev.understudy.exchange.Imported;
import dev.understudy.exchange.LocatedFinding;
import dev.understudy.exchange.Notice;
import dev.understudy.exchange.Place;
import dev.understudy.experiment.Experiment;
import dev.understudy.experiment.Phase;
import dev.understudy.experiment.Revision;

/**
 * An imported experiment in the API.
 *
 * @param id our own id, a UUIDv7
 * @param name the definition's name, if it has one yet
 * @param target name of the AWS account and region
 * @param phase always draft
 * @param definition what was read
 * @param revision always the first
 * @param definitionSha256 SHA-256 of the definition's canonical form
 * @param findings what is wrong or risky, errors forbidding to submit
 * @param notices what was left out of the text
 * @param owner who imported it
 * @param createdAt when it was imported
 */
@Schema(name = "ImportedExperiment", description = "An experiment, with where in the imported text its findings stand")
@JsonInclude(JsonInclude.Include.NON_NULL)
record ImportBody(UUID id, @Nullable String name, String target, Phase phase,
		@Schema(type = "object", description = "As CreateInferenceExperiment takes it") Draft definition, int revision,
		String definitionSha256, List<FoundAt> findings, List<Noticed> notices, String owner, Instant createdAt) {

	static ImportBody of(Imported imported, Said said) {
		Experiment experiment = imported.view().experiment();
		Revision first = imported.view().revision();
		return new ImportBody(experiment.getId(), experiment.getName(), experiment.getTarget(), experiment.getPhase(),
				first.draft(), first.number(), first.sha256(), imported.findings().stream().map(FoundAt::of).toList(),
				imported.notices().stream().map((notice) -> Noticed.of(notice, said)).toList(), experiment.getOwner(),
				experiment.getCreatedAt());
	}

	/**
	 * A finding with where it stands in the text.
	 *
	 * @param pointer where in the definition, as an RFC 6901 pointer
	 * @param rule stable id of the rule
	 * @param severity whether it forbids submitting
	 * @param message what is allowed and what was given
	 * @param hint what to do about it
	 * @param line line of the text, from 1
	 * @param column column of the line, from 1
	 */
	@Schema(name = "LocatedFinding")
	@JsonInclude(JsonInclude.Include.NON_NULL)
	record FoundAt(String pointer, String rule, Severity severity, String message, @Nullable String hint, int line,
			int column) {

		private static FoundAt of(LocatedFinding located) {
			Finding it = located.finding();
			Place place = located.place();
			return new FoundAt(it.pointer(), it.rule(), it.severity(), it.message(), it.hint(), place.line(),
					place.column());
		}

	}

	/**
	 * Something that was left out of the text, or understood in a certain way.
	 *
	 * @param kind stable id of what it is about
	 * @param message in words
	 * @param line line of the text, from 1
	 * @param column column of the line, from 1
	 */
	@Schema(name = "ImportNotice")
	record Noticed(@Schema(allowableValues = {
			"cloudformation", "envelope", "not-defined", "option", "overridden", "reserved-tag" }) String kind,
			String message, int line, int column){

		private static Noticed of(Notice notice, Said said) {
			return new Noticed(notice.kind().id(), said.toProgram(notice), notice.place().line(),
					notice.place().column());
		}

	}

}
