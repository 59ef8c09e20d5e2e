package dev.understudy.tracking;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.IntStream;

import com.github.kagkarlsson.scheduler.task.Priority;
import com.github.kagkarlsson.scheduler.task.TaskInstance;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.boot.context.properties.bind.Binder;

import dev.understudy.database.Jobs;
import dev.understudy.experiment.Opened;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.mockito.ArgumentMatchers.any;
import static org.mockito.ArgumentMatchers.eq;
import static org.mockito.BDDMockito.given;
import static org.mockito.BDDMockito.willThrow;
import static org.mockito.Mockito.mock;

class OpenedPagesTests {

	private final Jobs jobs = mock(Jobs.class);

	private final List<TaskInstance<?>> asked = new ArrayList<>();

	private final List<Runnable> background = new ArrayList<>();

	private long now;

	private final OpenedPages pages = new OpenedPages(this.jobs, this.background::add, () -> this.now,
			Duration.ofSeconds(15));

	@BeforeEach
	void collect() {
		given(this.jobs.schedule(any(), eq(Duration.ZERO))).willAnswer((call) -> this.asked.add(call.getArgument(0)));
	}

	@Test
	void aLookIsAskedForInTheBackground() {
		this.pages.on(opened("a"));
		assertThat(this.asked).isEmpty();
		this.background.forEach(Runnable::run);
		assertThat(this.asked).singleElement().satisfies((job) -> {
			assertThat(job.getId()).isEqualTo(Watch.id("a").toString());
			assertThat(job.getData()).isEqualTo("sandbox");
			assertThat(job.getPriority()).isBetween(Priority.LOW + 1, Priority.MEDIUM - 1);
		});
	}

	@Test
	void howeverManyHaveItOpenOneLookIsAskedForInFifteenSeconds() {
		IntStream.range(0, 50).forEach((i) -> this.pages.on(opened("a")));
		this.now = Duration.ofSeconds(15).toNanos() - 1;
		this.pages.on(opened("a"));
		assertThat(this.background).hasSize(1);
		this.now++;
		this.pages.on(opened("a"));
		this.pages.on(opened("b"));
		assertThat(this.background).hasSize(3);
	}

	/** A look takes a second to be asked for and a second to be made, and succeeds. */
	@Test
	void whatAPageShowsIsNeverOlderThanFifteenSeconds() throws IOException {
		Duration age = new Binder(List.of()).bindOrCreate("understudy.tracking", TrackingProperties.class).opened();
		OpenedPages opened = new OpenedPages(this.jobs, this.background::add, () -> this.now, age);
		List<Integer> looks = new ArrayList<>();
		int shown = 0;
		for (int second = 0; second < 600; second++) {
			this.now = Duration.ofSeconds(second).toNanos();
			if (second % calmPace() == 0) {
				int asked = this.background.size();
				opened.on(opened("a"));
				int before = second;
				shown = looks.stream().filter((look) -> look + 2 <= before).reduce(shown, Math::max);
				if (this.background.size() > asked) {
					looks.add(second);
				}
			}
			if (second > 15) {
				assertThat(second - shown).as("age after %d s", second).isLessThan(15);
			}
		}
	}

	/** How often a page of one that runs asks. */
	private static int calmPace() throws IOException {
		Matcher pace = Pattern.compile("'every 2s' : 'every (\\d+)s'")
			.matcher(Files.readString(Path.of("frontend-templates/experiment/standing.html")));
		assertThat(pace.find()).isTrue();
		return Integer.parseInt(pace.group(1));
	}

	@Test
	void whatWasOpenLongAgoIsForgotten() {
		IntStream.range(0, 1000).forEach((i) -> this.pages.on(opened("old-" + i)));
		this.now = Duration.ofMinutes(1).toNanos();
		this.pages.on(opened("new"));
		assertThat(this.pages.remembered()).isEqualTo(1);
	}

	@Test
	void aFailureIsNotTheReadersTrouble() {
		willThrow(new IllegalStateException("no database")).given(this.jobs).schedule(any(), eq(Duration.ZERO));
		this.pages.on(opened("a"));
		assertThatCode(this.background.getFirst()::run).doesNotThrowAnyException();
	}

	private static Opened opened(String name) {
		return new Opened(Watch.id(name), "sandbox");
	}

}
