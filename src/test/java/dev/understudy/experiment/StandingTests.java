package dev.understudy.experiment;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.UUID;
import java.util.stream.Stream;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import org.springframework.context.MessageSource;
import org.springframework.context.support.ResourceBundleMessageSource;

import dev.understudy.delivery.OperationType;

import static org.assertj.core.api.Assertions.assertThat;

class StandingTests {

	private static final List<String> STATUSES = List.of("Creating", "Created", "Updating", "Starting", "Stopping",
			"Running", "Completed", "Cancelled", "Hibernating", "running");

	private static final List<String> WAITING = List.of("time", "permission", "credentials", "person", "pause",
			"something-new");

	@ParameterizedTest
	@CsvSource(nullValues = "-", textBlock = """
			DRAFT,      -,         -,      -,           -,           -,         DRAFT
			DRAFT,      REJECTED,  -,      -,           -,           -,         RETURNED
			DRAFT,      CANCELLED, -,      -,           -,           -,         CALLED_OFF
			SUBMITTING, -,         -,      -,           -,           -,         SUBMITTING
			SUBMITTING, -,         -,      time,        -,           -,         SUBMITTING
			SUBMITTING, -,         -,      permission,  -,           -,         WAITING_FOR_PERMISSION
			SUBMITTING, -,         -,      credentials, -,           -,         WAITING_FOR_CREDENTIALS
			SUBMITTING, -,         -,      person,      -,           -,         WAITING_FOR_A_PERSON
			SUBMITTING, -,         -,      pause,       -,           -,         PAUSED
			SUBMITTING, -,         -,      another,     -,           -,         SUBMITTING
			SUBMITTING, CONFLICT,  -,      -,           -,           -,         NAME_TAKEN
			LIVE,       -,         -,      -,           -,           -,         ACCEPTED
			LIVE,       -,         -,      -,           Creating,    -,         CREATING
			LIVE,       -,         -,      -,           Created,     -,         SCHEDULED
			LIVE,       -,         -,      -,           Starting,    -,         STARTING
			LIVE,       -,         -,      -,           Running,     -,         RUNNING
			LIVE,       -,         -,      -,           Updating,    -,         UPDATING
			LIVE,       -,         -,      -,           Stopping,    -,         STOPPING
			LIVE,       -,         -,      -,           Hibernating, -,         OTHER_STATUS
			LIVE,       -,         -,      -,           running,     -,         OTHER_STATUS
			LIVE,       -,         START,  -,           Created,     -,         START_ASKED
			LIVE,       -,         STOP,   -,           Running,     -,         STOP_ASKED
			LIVE,       -,         STOP,   time,        Running,     -,         STOP_ASKED
			LIVE,       -,         UPDATE, -,           Running,     -,         UPDATE_ASKED
			LIVE,       -,         DELETE, -,           Created,     -,         DELETE_ASKED
			LIVE,       -,         TAG,    -,           Running,     -,         RUNNING
			LIVE,       -,         TAG,    permission,  Running,     -,         WAITING_FOR_PERMISSION
			LIVE,       -,         STOP,   credentials, Running,     -,         WAITING_FOR_CREDENTIALS
			LIVE,       -,         UPDATE, person,      -,           -,         WAITING_FOR_A_PERSON
			LIVE,       -,         START,  pause,       Created,     -,         PAUSED
			LIVE,       -,         START,  conflict,    Created,     -,         START_ASKED
			LIVE,       -,         -,      permission,  Running,     -,         RUNNING
			ENDED,      -,         DELETE, -,           Completed,   COMPLETED, DELETE_ASKED
			ENDED,      -,         TAG,    -,           Completed,   COMPLETED, COMPLETED
			ENDED,      -,         -,      -,           Completed,   COMPLETED, COMPLETED
			ENDED,      -,         -,      -,           Cancelled,   CANCELLED, CANCELLED
			ENDED,      -,         -,      -,           Running,     DELETED,   DELETED
			ENDED,      -,         -,      -,           Running,     GONE,      GONE
			DISCARDED,  -,         -,      -,           -,           -,         DISCARDED
			""")
	void everyStateStandsInTheTable(Phase phase, Setback.Kind setback, OperationType change, String waitingFor,
			String status, Ending ending, Standing expected) {
		assertThat(Standing.of(phase, setback, change, waitingFor, status, ending)).isEqualTo(expected);
	}

	@Test
	void noCombinationIsWithoutARowOfItsPhase() {
		for (Phase phase : Phase.values()) {
			for (Setback.Kind setback : withNull(List.of(Setback.Kind.values()))) {
				for (String waiting : withNull(WAITING)) {
					for (String status : withNull(STATUSES)) {
						for (Ending ending : withNull(List.of(Ending.values()))) {
							Standing standing = Standing.of(phase, setback, null, waiting, status, ending);
							assertThat(standing.isMoving()).isEqualTo(standing != Standing.NAME_TAKEN
									&& (phase == Phase.SUBMITTING || phase == Phase.LIVE));
						}
					}
				}
			}
		}
	}

	@ParameterizedTest
	@EnumSource
	void everyRowHasItsWords(Standing standing) {
		assertThat(Stream.of(standing.label(), standing.sentence(), standing.next())
			.map((key) -> messages().getMessage(key, new Object[] { "Hibernating" }, Locale.ENGLISH)))
			.allSatisfy((text) -> assertThat(text).isNotBlank().doesNotContain("{"));
	}

	@ParameterizedTest
	@EnumSource
	void everyEventHasItsWordsInTheHistory(ExperimentEvent.What what) {
		ExperimentEvent event = new ExperimentEvent(what, Actors.author(), new UUID(0, 1), "sandbox", null, null, null,
				null);
		assertThat(messages().getMessage("audit.action." + event.action(), null, Locale.ENGLISH)).isNotBlank();
	}

	@ParameterizedTest
	@EnumSource
	void everyHindranceHasItsWords(Hindrance hindrance) {
		assertThat(messages().getMessage(hindrance.message(), new Object[] { "Running" }, Locale.ENGLISH)).isNotBlank()
			.doesNotContain("{");
	}

	@Test
	void whatIsOnItsWayMovesInAnyPhase() {
		for (Phase phase : List.of(Phase.LIVE, Phase.ENDED)) {
			for (String waiting : withNull(WAITING)) {
				assertThat(Standing.of(phase, null, OperationType.DELETE, waiting, "Completed", Ending.COMPLETED)
					.isMoving()).isTrue();
			}
		}
	}

	@ParameterizedTest
	@EnumSource
	void everyRowHasAnIconThatTheShellHas(Standing standing) throws IOException {
		assertThat(Files.readString(Path.of("frontend-templates/shell/icons.html")))
			.contains("'%s'".formatted(standing.icon()));
	}

	private static MessageSource messages() {
		ResourceBundleMessageSource messages = new ResourceBundleMessageSource();
		messages.setBasename("messages");
		messages.setDefaultEncoding("UTF-8");
		return messages;
	}

	private static <T> List<T> withNull(List<T> values) {
		List<T> list = new ArrayList<>(values);
		list.add(null);
		return list;
	}

}
