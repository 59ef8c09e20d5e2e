package dev.understudy.search;

import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;

import org.springframework.context.MessageSource;
import org.springframework.stereotype.Service;
import org.springframework.web.util.UriUtils;

import dev.understudy.actor.Actor;
import dev.understudy.experiment.Choices.EndpointSomewhere;
import dev.understudy.experiment.ExperimentSummary;
import dev.understudy.experiment.FormChoices;
import dev.understudy.experiment.QuickSearch;
import dev.understudy.experiment.Standing;
import dev.understudy.target.Targets;

/**
 * Finds what somebody who types may want to get to. Endpoints come from what is
 * remembered of the accounts; nobody waits for SageMaker.
 */
@Service
public class Search {

	/** How many of each kind are shown. */
	static final int EACH = 6;

	/** A single letter is in nearly every endpoint's name. */
	private static final int SHORTEST_PART = 2;

	private static final int LONGEST = 200;

	private final QuickSearch experiments;

	private final FormChoices choices;

	private final Targets targets;

	private final MessageSource messages;

	Search(QuickSearch experiments, FormChoices choices, Targets targets, MessageSource messages) {
		this.experiments = experiments;
		this.choices = choices;
		this.targets = targets;
		this.messages = messages;
	}

	/**
	 * Searches everything.
	 * @param typed what was typed; what goes beyond 200 characters is left out of account
	 * @param reader who looks, and is shown only pages they may see
	 * @param language what to answer in
	 * @return at most {@link #EACH} of each kind, in the order of the kinds; for nothing
	 * typed, pages alone
	 */
	public List<Hit> find(String typed, Actor reader, Locale language) {
		String text = cut(typed.strip()).toLowerCase(language);
		Stream<Hit> experiments = this.experiments.find(text, EACH).stream().map((it) -> hit(it, language));
		return Stream.of(experiments, endpoints(text), places(text, reader, language), topics(text, language))
			.flatMap((some) -> some)
			.toList();
	}

	private static String cut(String text) {
		return (text.length() <= LONGEST) ? text : text.substring(0,
				text.offsetByCodePoints(0, Math.min(LONGEST, text.codePointCount(0, text.length()))));
	}

	private Hit hit(ExperimentSummary it, Locale language) {
		String standing = say(Standing.of(it, null).label(), language, (it.status() != null) ? it.status() : "");
		String name = (it.name() != null) ? it.name() : say("experiment.unnamed", language);
		return new Hit(Kind.EXPERIMENT, name, (it.endpoint() != null) ? standing + " · " + it.endpoint() : standing,
				"/experiments/" + it.id(), it.id());
	}

	private Stream<Hit> endpoints(String text) {
		if (text.length() < SHORTEST_PART) {
			return Stream.empty();
		}
		return this.choices.search(this.targets.all(), text, EACH).stream().map(Search::hit);
	}

	private static Hit hit(EndpointSomewhere it) {
		return Hit.of(Kind.ENDPOINT, it.name(), it.status() + " · " + it.target(),
				"/experiments?endpoint=" + UriUtils.encode(it.name(), StandardCharsets.UTF_8));
	}

	private Stream<Hit> places(String text, Actor reader, Locale language) {
		return Place.ALL.stream()
			.filter((place) -> reader.may(place.permission()))
			.map((place) -> Hit.of(Kind.PAGE, say(place.title(), language), null, place.path()))
			.filter((hit) -> isIn(hit.title(), text, language))
			.limit(text.isEmpty() ? Place.ALL.size() : EACH);
	}

	private Stream<Hit> topics(String text, Locale language) {
		if (text.isEmpty()) {
			return Stream.empty();
		}
		List<Hit> all = Topic.ALL.stream()
			.map((topic) -> Hit.of(Kind.HELP, say(topic.title(), language), say(topic.text(), language), topic.path()))
			.toList();
		return Stream
			.concat(all.stream().filter((hit) -> isIn(hit.title(), text, language)),
					all.stream().filter((hit) -> isIn(hit.title() + ' ' + hit.detail(), text, language)))
			.distinct()
			.limit(EACH);
	}

	/** Whether every word that was typed is a part of it. */
	private static boolean isIn(String said, String text, Locale language) {
		String where = said.toLowerCase(language);
		return Arrays.stream(text.split("\\s+")).allMatch(where::contains);
	}

	private String say(String key, Locale language, Object... arguments) {
		return this.messages.getMessage(key, arguments, language);
	}

}
