package dev.understudy.experiment;

import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.UUID;

import org.jspecify.annotations.Nullable;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.test.context.TestConfiguration;
import org.springframework.boot.webmvc.test.autoconfigure.AutoConfigureMockMvc;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Import;
import org.springframework.jdbc.core.simple.JdbcClient;
import tools.jackson.databind.node.JsonNodeFactory;

import dev.understudy.TestDatabase;
import dev.understudy.definition.Draft;
import dev.understudy.definition.Drafts;

/**
 * The application without anything happening by itself, and experiments that are put
 * where a test wants them.
 */
@Target(ElementType.TYPE)
@Retention(RetentionPolicy.RUNTIME)
@SpringBootTest(properties = { "understudy.sandbox.samples=false", "understudy.data-dir=target/arranged-tests",
		"understudy.jobs.enabled=false" })
@AutoConfigureMockMvc
@Import({ TestDatabase.class, SqlCount.class, Arranged.Rows.class })
public @interface Arranged {

	/** Puts experiments there. */
	@TestConfiguration(proxyBeanMethods = false)
	class Rows {

		@Bean
		Arrangement arrangement(Experiments experiments, JdbcClient jdbc) {
			return new Arrangement(experiments, jdbc);
		}

	}

	/** Experiments as a test wants them. */
	final class Arrangement {

		private final Experiments experiments;

		private final JdbcClient jdbc;

		Arrangement(Experiments experiments, JdbcClient jdbc) {
			this.experiments = experiments;
			this.jdbc = jdbc;
		}

		/** A draft on an endpoint with a schedule. */
		public UUID draft(String name, String endpoint, @Nullable Instant start, @Nullable Instant end) {
			Draft draft = text(text(Drafts.minimal(), "/Name", name), "/EndpointName", endpoint);
			draft = (start != null) ? text(draft, "/Schedule/StartTime", start.toString()) : draft;
			draft = (end != null) ? text(draft, "/Schedule/EndTime", end.toString()) : draft;
			return this.experiments.draft(new NewDraft(null, draft), Actors.author()).experiment().getId();
		}

		/** One that SageMaker has, with a status. */
		public UUID live(String name, String endpoint, String status, Instant start, Instant end) {
			UUID id = draft(name, endpoint, start, end);
			this.jdbc.sql("""
					update experiment set phase = 'LIVE', arn = 'arn:' || name, seen_arn = 'arn:' || name,
					    sagemaker_status = :status, observed_at = created_at, live_at = created_at where id = :id""")
				.param("status", status)
				.param("id", id)
				.update();
			return id;
		}

		/** One that has ended. */
		public UUID ended(String name, String endpoint, Instant start, Instant end) {
			UUID id = live(name, endpoint, "Completed", start, end);
			this.jdbc.sql("update experiment set phase = 'ENDED', ending = 'COMPLETED', ended_at = :end where id = :id")
				.param("end", OffsetDateTime.ofInstant(end, ZoneOffset.UTC))
				.param("id", id)
				.update();
			return id;
		}

		/** More of the same. */
		public void copy(UUID id, int times) {
			this.jdbc
				.sql("""
						insert into experiment select (jsonb_populate_record(it, jsonb_build_object('id', gen_random_uuid()))).*
						from experiment as it, generate_series(1, :times) where it.id = :id""")
				.param("times", times)
				.param("id", id)
				.update();
		}

		/** Takes them away again, for those who read everything there is. */
		public void removeCopies() {
			this.jdbc.sql("""
					delete from experiment as it
					where not exists (select from revision where experiment_id = it.id)""").update();
		}

		private static Draft text(Draft draft, String pointer, String text) {
			return draft.with(pointer, JsonNodeFactory.instance.stringNode(text));
		}

	}

}
