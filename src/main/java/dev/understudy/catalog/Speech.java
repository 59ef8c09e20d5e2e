package dev.understudy.catalog;

import java.time.Duration;
import java.time.Instant;
import java.util.Locale;

import org.jspecify.annotations.Nullable;
import org.springframework.context.MessageSource;
import org.springframework.stereotype.Component;

import dev.understudy.shell.Words;

/**
 * Says what checks came to, in the reader's language.
 */
@Component
class Speech {

	private static final Duration LONG_AGO = Duration.ofMinutes(2);

	private final MessageSource messages;

	Speech(MessageSource messages) {
		this.messages = messages;
	}

	SpokenCheck say(CheckResult result, Instant now, Locale locale) {
		return new SpokenCheck(result.id(), result.outcome(), result.pointer(), evidence(result, now, locale),
				(result.remedy() != null) ? say(result.remedy(), locale) : null, result.observedAt(),
				result.changes().isEmpty() ? null : result.changes());
	}

	private String evidence(CheckResult result, Instant now, Locale locale) {
		String words = say(result.evidence(), locale);
		@Nullable Instant at = result.observedAt();
		if (at == null) {
			return say(Words.of("preflight.evidence", words), locale);
		}
		Duration age = at.isBefore(now) ? Duration.between(at, now) : Duration.ZERO;
		return (age.compareTo(LONG_AGO) < 0)
				? say(Words.of("preflight.evidence.seconds", words, age.toSeconds()), locale)
				: say(Words.of("preflight.evidence.minutes", words, age.toMinutes()), locale);
	}

	String say(Words words, Locale locale) {
		Object[] arguments = words.arguments()
			.stream()
			.map((argument) -> (argument instanceof Words inner) ? say(inner, locale) : argument)
			.toArray();
		return this.messages.getMessage(words.key(), arguments, locale);
	}

}
