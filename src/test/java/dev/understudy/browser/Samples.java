package dev.understudy.browser;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Locale;
import java.util.UUID;
import java.util.regex.Pattern;

import org.springframework.core.io.ClassPathResource;
import org.springframework.jdbc.core.simple.JdbcClient;

import dev.understudy.actor.Role;
import dev.understudy.experiment.Actors;
import dev.understudy.experiment.ExperimentQuery;
import dev.understudy.experiment.ExperimentSummary;
import dev.understudy.experiment.Experiments;
import dev.understudy.template.Template;
import dev.understudy.template.Templates;
import dev.understudy.worklist.Bulk;
import dev.understudy.worklist.BulkOrder;
import dev.understudy.worklist.BulkWork;

import static org.awaitility.Awaitility.await;

/**
 * Addresses that a file lists, a line each: what stands there in braces is the name of a
 * sample, and becomes its id.
 */
class Samples {

	private static final Pattern NAME = Pattern.compile("\\{([^}]+)}");

	private final Experiments experiments;

	private final Templates templates;

	private final Bulk bulk;

	private final JdbcClient jdbc;

	Samples(Experiments experiments, Templates templates, Bulk bulk, JdbcClient jdbc) {
		this.experiments = experiments;
		this.templates = templates;
		this.bulk = bulk;
		this.jdbc = jdbc;
	}

	void haveArrived() {
		await().until(() -> find("vision-6-shadow").status() != null && find("fraud-v7-typo").setback() != null
				&& find("search-10-rehearsal").status() != null && find("churn-4-bigger-instance").endedAt() != null);
	}

	/** The addresses in a file. */
	List<String> addresses(String file) {
		try {
			return new ClassPathResource(file).getContentAsString(StandardCharsets.UTF_8)
				.lines()
				.map((line) -> NAME.matcher(line).replaceAll((name) -> id(name.group(1))))
				.toList();
		}
		catch (IOException ex) {
			throw new UncheckedIOException(ex);
		}
	}

	/** The same words for an address in every run, for the name of a file. */
	String words(String address) {
		String named = address;
		for (ExperimentSummary experiment : this.experiments.list(ExperimentQuery.ALL).items()) {
			named = named.replace(experiment.id().toString(), String.valueOf(experiment.name()))
				.replace(String.valueOf(experiment.operationId()), "operation");
		}
		for (Template template : this.templates.list(false, 1, null).items()) {
			named = named.replace(template.id().toString(), template.name().toLowerCase(Locale.ROOT));
		}
		String words = named.replaceAll("[0-9a-f]{8}-[0-9a-f-]{27}", "one")
			.replaceAll("[^a-z0-9]+", "-")
			.replaceAll("^-|-$", "");
		return words.isEmpty() ? "dashboard" : words;
	}

	private String id(String name) {
		return switch (name) {
			case "template" -> this.templates.list(false, 1, null).items().getFirst().id().toString();
			case "audit entry" ->
				this.jdbc.sql("select id from audit_entry order by at limit 1").query(UUID.class).single().toString();
			case "bulk run" -> bulkRun().toString();
			default -> {
				String[] words = name.split("/", 2);
				ExperimentSummary sample = find(words[0]);
				yield String.valueOf((words.length == 1) ? sample.id() : sample.operationId());
			}
		};
	}

	/** Something that was done to two at once. */
	private UUID bulkRun() {
		UUID run = UUID.randomUUID();
		BulkOrder order = new BulkOrder(BulkWork.LABEL, null, List.of(), List.of(), List.of("Sample"));
		this.bulk.begin(run, order, List.of(find("vision-6-shadow").id(), find("fraud-v7-typo").id()),
				Actors.user("admin", Role.ADMIN));
		return run;
	}

	private ExperimentSummary find(String name) {
		return this.experiments.list(ExperimentQuery.ALL)
			.items()
			.stream()
			.filter((experiment) -> name.equals(experiment.name()))
			.findFirst()
			.orElseThrow();
	}

}
