package dev.understudy.experiment;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

import dev.understudy.definition.Change;
import dev.understudy.definition.Draft;
import dev.understudy.definition.Drafts;

import static org.assertj.core.api.Assertions.assertThat;

class KnownTests {

	private static final String START = "/Schedule/StartTime";

	private static final String DESCRIPTION = "/Description";

	private final Sighting first = Described.as("Created", 0, Described.usual());

	private final Known known = Known.NOTHING.after(null, this.first, false);

	@Test
	void whatIsSeenFirstIsKnown() {
		assertThat(this.known).isEqualTo(new Known(this.first.definition(), false));
		assertThat(this.known.drift(this.first)).isEmpty();
	}

	@Test
	void whatChangesUnexpectedlyIsADriftUntilItIsChangedBack() {
		Sighting changed = Described.as("Created", 1, Described.sampling(60));
		Known drifted = this.known.after(this.first, changed, false);
		assertThat(drifted).isEqualTo(new Known(this.first.definition(), true));
		assertThat(drifted.drift(changed)).extracting(Change::pointer)
			.containsExactly("/ShadowModeConfig/ShadowModelVariants/0/SamplingPercentage");
		Sighting back = Described.as("Created", 2, Described.usual());
		assertThat(drifted.after(changed, back, false)).isEqualTo(this.known);
	}

	@Test
	void whatChangesExpectedlyIsKnown() {
		Sighting changed = Described.as("Created", 1, Described.sampling(60));
		assertThat(this.known.after(this.first, changed, true)).isEqualTo(new Known(changed.definition(), false));
	}

	@Test
	void anExpectedChangeDoesNotHideADriftThatNobodyTookNoteOf() {
		Draft described = Drafts.change(Described.usual(), DESCRIPTION, "changed outside");
		Sighting outside = Described.as("Created", 1, described);
		Sighting ours = Described.as("Created", 2,
				Drafts.change(Described.sampling(60), DESCRIPTION, "changed outside"));
		Known after = this.known.after(this.first, outside, false).after(outside, ours, true);
		assertThat(after.drift(ours)).extracting(Change::pointer).containsExactly(DESCRIPTION);
	}

	@ParameterizedTest
	@CsvSource({ "Created, true", "Updating, true", "Starting, false", "Running, false" })
	void aStartThatHasPassedIsSageMakersOwn(String status, boolean drifted) {
		Sighting began = Described.as(status, 1, Drafts.change(Described.usual(), START, "2026-12-01T09:00:07Z"));
		assertThat(this.known.after(this.first, began, false).drifted()).isEqualTo(drifted);
	}

	@Test
	void timesThatNobodyGaveAreSageMakersOwn() {
		Sighting without = Described.as("Creating", 0, Drafts.minimal());
		Known before = Known.NOTHING.after(null, without, false);
		Sighting filledIn = Described.as("Creating", 1, Described.usual());
		Known after = before.after(without, filledIn, false);
		assertThat(after).isEqualTo(new Known(filledIn.definition(), false));
		Sighting moved = Described.as("Creating", 2,
				Drafts.change(Described.usual(), "/Schedule/EndTime", "2026-12-09T09:00:00Z"));
		assertThat(after.after(filledIn, moved, false).drifted()).isTrue();
	}

	@ParameterizedTest
	@ValueSource(booleans = { true, false })
	void whereNothingWasKeptWhatIsSeenIsKnown(boolean expected) {
		Sighting old = this.first.with(null);
		assertThat(Known.NOTHING.after(old, this.first, expected)).isEqualTo(this.known);
		assertThat(this.known.after(this.first, old, expected)).isEqualTo(this.known);
	}

	@Test
	void whatWeMadeOfItIsKnownBeforeItIsSeen() {
		Draft asked = Drafts.change(Draft.empty(), DESCRIPTION, "as asked");
		Sighting seen = this.first.with(Known.with(this.first.definition(), asked.document()));
		Known made = this.known.made(asked.document(), seen);
		assertThat(made.drifted()).isFalse();
		Sighting later = Described.as("Created", 1, Drafts.change(Described.usual(), DESCRIPTION, "as asked"));
		assertThat(made.after(seen, later, false)).isEqualTo(new Known(later.definition(), false));
	}

}
