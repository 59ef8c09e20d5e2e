package dev.understudy.experiment.web;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Objects;
import java.util.Set;

import org.junit.jupiter.api.Test;
import tools.jackson.databind.node.JsonNodeFactory;

import dev.understudy.actor.Actor;
import dev.understudy.actor.Permission;
import dev.understudy.actor.Role;
import dev.understudy.definition.Draft;
import dev.understudy.definition.Drafts;
import dev.understudy.definition.UpdatableMembers;
import dev.understudy.experiment.StopOrder;
import dev.understudy.target.Target;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

class DecisionFormTests {

	private static final Draft KNOWN = Drafts.complete();

	private static final Actor AUTHOR = new Actor(Actor.Kind.USER, "ada", Role.AUTHOR.permissions(), "request", null);

	private static final Actor WRITER = new Actor(Actor.Kind.TOKEN, "ada/ci", Set.of(Permission.WRITE), "request",
			null);

	private static final String ENDPOINT = KNOWN.endpointName().orElseThrow();

	@Test
	void nothingIsReadyBeforeSomebodyChoseAndSaidWhy() {
		Decision decision = Decision.of(KNOWN, StopForm.blank());
		decision.inspect(AUTHOR);
		assertThat(decision.ready()).isNull();
		assertThat(decision.errors().hasFieldErrors("action")).isTrue();
		assertThat(decision.errors().hasFieldErrors("reason")).isTrue();
		assertThat(decision.errors().hasFieldErrors("confirmation")).isFalse();
	}

	@Test
	void promotingTakesTheNameOfTheEndpointAndTheRight() {
		Decision unsure = Decision.of(KNOWN, form("promote", "production", List.of(), "prod"));
		unsure.inspect(AUTHOR);
		assertThat(unsure.errors().getFieldErrorCount()).isEqualTo(1);
		assertThat(unsure.errors().hasFieldErrors("confirmation")).isTrue();
		Decision sure = Decision.of(KNOWN, form("promote", "production", List.of(), " " + ENDPOINT + " "));
		sure.inspect(AUTHOR);
		assertThat(sure.ready()).extracting(StopOrder::action).isEqualTo(StopOrder.Action.PROMOTE);
		Decision forbidden = Decision.of(KNOWN, form("promote", "production", List.of(), ENDPOINT));
		forbidden.inspect(WRITER);
		assertThat(forbidden.errors().hasFieldErrors("action")).isTrue();
	}

	@Test
	void discardingTakesNoConfirmationUnlessProductionIsToldItsInstances() {
		Decision plain = Decision.of(KNOWN, form("discard", "production", List.of(), null));
		plain.inspect(WRITER);
		assertThat(plain.ready()).isNotNull();
		List<HostingRow> asItIs = Decision.of(KNOWN, StopForm.blank()).form().hosting();
		// It may have been scaled since.
		Decision same = Decision.of(KNOWN, form("discard", "custom", asItIs, null));
		same.inspect(AUTHOR);
		assertThat(same.errors().hasFieldErrors("confirmation")).isTrue();
		String production = KNOWN.productionVariant().orElseThrow();
		Decision other = Decision.of(KNOWN,
				form("discard", "custom", List.of(new HostingRow(production, "ml.m5.24xlarge", "9")), null));
		other.inspect(AUTHOR);
		assertThat(other.errors().hasFieldErrors("confirmation")).isTrue();
	}

	@Test
	void whatWasAskedForBeforeStandsInTheFormAgain() {
		Decision before = Decision.of(KNOWN, form("keep", "production", List.of(), null));
		StopForm again = StopForm.of(Draft.of(Objects.requireNonNull(before.plan()).request()));
		assertThat(again.action()).isEqualTo("keep");
		assertThat(again.reason()).isEqualTo("Because");
	}

	@Test
	void aChangedTagIsSetAndAMissingOneTakenAway() {
		var seen = new LinkedHashMap<String, String>();
		seen.put("team", "fraud");
		seen.put("old", "1");
		TagForm form = new TagForm(
				List.of(new TagRow(null, "team", "risk"), TagRow.BLANK, new TagRow(null, " new ", null)));
		assertThat(form.changed(seen).stream().map(form::tag)).extracting("key", "value")
			.containsExactly(tuple("team", "risk"), tuple("new", ""));
		assertThat(form.missing(seen)).containsExactly("old");
		assertThat(form.twice()).isNull();
		assertThat(new TagForm(List.of(new TagRow(null, "a", "1"), new TagRow(null, "a ", "2"))).twice()).isEqualTo(1);
	}

	@Test
	void aFormThatWasOpenedBeforeAChangeTellsWhatChanged() {
		Basis basis = Basis.of(KNOWN, null, UpdatableMembers.NAMES);
		Draft later = KNOWN.with("/Description", JsonNodeFactory.instance.stringNode("new"));
		assertThat(Basis.of(KNOWN, basis.carried(), UpdatableMembers.NAMES).changedSince()).isEmpty();
		assertThat(Basis.of(later, basis.carried(), UpdatableMembers.NAMES).changedSince())
			.extracting(ChangedField::label)
			.containsExactly("draft.description");
	}

	@Test
	void promotingByHandKeepsTheNameOfTheProductionVariant() {
		Promotion promotion = Promotion
			.of(KNOWN, new Target("sandbox", "111122223333", "eu-west-1", null, List.of("role")))
			.orElseThrow();
		assertThat(promotion.configure()).contains("--region eu-west-1",
				"\"VariantName\":\"" + KNOWN.productionVariant().orElseThrow() + "\"");
		assertThat(promotion.update()).contains("update-endpoint", "--endpoint-name " + ENDPOINT);
	}

	private static StopForm form(String action, String instances, List<HostingRow> hosting, String confirmation) {
		return new StopForm(action, instances, hosting, "Completed", "Because", confirmation);
	}

}
