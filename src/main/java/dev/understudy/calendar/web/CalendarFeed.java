package dev.understudy.calendar.web;

import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.HexFormat;
import java.util.List;
import java.util.Locale;
import java.util.Objects;

import org.jspecify.annotations.Nullable;
import org.springframework.context.MessageSource;
import org.springframework.http.CacheControl;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.security.access.prepost.PreAuthorize;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.context.request.WebRequest;
import org.springframework.web.servlet.support.ServletUriComponentsBuilder;

import dev.understudy.calendar.ICalendar;
import dev.understudy.experiment.ExperimentSummary;
import dev.understudy.experiment.Occupation;
import dev.understudy.experiment.Occupations;
import dev.understudy.experiment.Phase;

/** The calendar for calendar programs, from a month back to half a year ahead. */
@Controller
class CalendarFeed {

	private static final Duration BACK = Duration.ofDays(30);

	private static final Duration AHEAD = Duration.ofDays(180);

	private static final MediaType TYPE = MediaType.parseMediaType(ICalendar.TYPE + ";charset=UTF-8");

	private final Occupations occupations;

	private final MessageSource messages;

	private final Clock clock;

	CalendarFeed(Occupations occupations, MessageSource messages, Clock clock) {
		this.occupations = occupations;
		this.messages = messages;
		this.clock = clock;
	}

	@GetMapping("/calendar.ics")
	@PreAuthorize("hasAuthority('READ')")
	@Nullable ResponseEntity<byte[]> read(WebRequest request, Locale locale) {
		Instant today = this.clock.instant().truncatedTo(ChronoUnit.DAYS);
		Occupations.Window window = this.occupations.within(today.minus(BACK), today.plus(AHEAD), null, null);
		String remark = window.cut() ? words("calendar.cut", locale, Occupations.MOST) : "";
		byte[] calendar = ICalendar.write(words("calendar.feed.name", locale), remark, events(window, locale))
			.getBytes(StandardCharsets.UTF_8);
		String etag = '"' + sha256(calendar) + '"';
		if (request.checkNotModified(etag)) {
			return null;
		}
		return ResponseEntity.ok()
			.contentType(TYPE)
			.cacheControl(CacheControl.noCache().cachePrivate())
			.eTag(etag)
			.body(calendar);
	}

	private List<ICalendar.Event> events(Occupations.Window window, Locale locale) {
		String base = ServletUriComponentsBuilder.fromCurrentContextPath().path("/experiments/").toUriString();
		return window.occupations().stream().map((it) -> event(it, base, locale)).toList();
	}

	private ICalendar.Event event(Occupation it, String base, Locale locale) {
		ExperimentSummary experiment = it.experiment();
		String name = Objects.requireNonNullElseGet(experiment.name(), () -> words("experiment.unnamed", locale));
		String endpoint = Objects.requireNonNullElse(experiment.endpoint(), "–");
		String standing = words(it.standing().label(), locale, Objects.requireNonNullElse(experiment.status(), ""));
		// What starts as soon as it is created would begin at another time each time it
		// is read.
		Instant begin = it.beginIsAssumed() ? experiment.updatedAt() : it.begin();
		Instant end = it.end().isAfter(begin) ? it.end() : begin.plus(1, ChronoUnit.HOURS);
		return new ICalendar.Event(it.id() + "@understudy", experiment.version(), experiment.updatedAt(), begin, end,
				words("calendar.event", locale, name, endpoint), words("calendar.event.more", locale, endpoint,
						Objects.toString(experiment.sampling(), "–"), standing, experiment.owner()),
				URI.create(base + it.id()).toString(), status(it));
	}

	private static ICalendar.Status status(Occupation it) {
		Phase phase = it.experiment().phase();
		if (!it.takesTime()) {
			return ICalendar.Status.CANCELLED;
		}
		return (phase == Phase.DRAFT || phase == Phase.SUBMITTING) ? ICalendar.Status.TENTATIVE
				: ICalendar.Status.CONFIRMED;
	}

	private static String sha256(byte[] content) {
		try {
			return HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(content));
		}
		catch (NoSuchAlgorithmException ex) {
			throw new IllegalStateException(ex);
		}
	}

	private String words(String key, Locale locale, Object... arguments) {
		return this.messages.getMessage(key, arguments, locale);
	}

}
