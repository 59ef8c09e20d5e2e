package dev.understudy.calendar.web;

import java.time.Clock;
import java.time.Instant;
import java.util.List;

import jakarta.servlet.http.HttpServletResponse;
import org.springframework.http.HttpHeaders;
import org.springframework.security.access.prepost.PreAuthorize;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.ModelAttribute;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;
import org.springframework.web.servlet.support.ServletUriComponentsBuilder;

import dev.understudy.actor.Actor;
import dev.understudy.calendar.Feeds;
import dev.understudy.calendar.Lane;
import dev.understudy.calendar.Weeks;
import dev.understudy.experiment.Occupations;
import dev.understudy.shell.Flash;
import dev.understudy.target.Target;
import dev.understudy.target.Targets;

/** When which endpoint is taken, and the address for calendar programs. */
@Controller
@RequestMapping("/calendar")
@PreAuthorize("hasAuthority('READ')")
class CalendarPages {

	private static final List<Integer> LENGTHS = List.of(1, 2, 4, 8, 12);

	private final Occupations occupations;

	private final Feeds feeds;

	private final Targets targets;

	private final Clock clock;

	CalendarPages(Occupations occupations, Feeds feeds, Targets targets, Clock clock) {
		this.occupations = occupations;
		this.feeds = feeds;
		this.targets = targets;
		this.clock = clock;
	}

	@GetMapping
	String show(@ModelAttribute("form") CalendarFilter filter, Model model, Actor actor) {
		Instant now = this.clock.instant();
		Weeks weeks = filter.window(now);
		Occupations.Window window = this.occupations.within(weeks.begin(), weeks.end(), filter.target(),
				filter.endpoint());
		List<Lane> lanes = Lane.of(window.occupations());
		model.addAttribute("form", filter);
		model.addAttribute("weeks", weeks);
		model.addAttribute("lengths", LENGTHS);
		model.addAttribute("now", now);
		model.addAttribute("lanes", lanes.stream().map((lane) -> Drawn.of(lane, weeks, now)).toList());
		model.addAttribute("cut", window.cut());
		model.addAttribute("narrow", filter.isNarrow());
		model.addAttribute("targets", this.targets.all().stream().map(Target::name).toList());
		model.addAttribute("feed", this.feeds.of(actor.name()).orElse(null));
		return "calendar/calendar";
	}

	/** Whoever reloads the page of a new feed does not get to see its secret again. */
	@GetMapping("/feed")
	String back() {
		return "redirect:/calendar";
	}

	// No redirect: the secret would have to be kept somewhere until the next request.
	@PostMapping("/feed")
	@PreAuthorize("hasAuthority('OWN_TOKENS')")
	String subscribe(Model model, HttpServletResponse response, Actor actor) {
		String secret = this.feeds.make(actor);
		response.setHeader(HttpHeaders.CACHE_CONTROL, "no-store");
		model.addAttribute("address",
				ServletUriComponentsBuilder.fromCurrentContextPath()
					.path("/calendar.ics")
					.queryParam("key", secret)
					.toUriString());
		return show(new CalendarFilter(null, null, null, null), model, actor);
	}

	@PostMapping("/feed/revocation")
	@PreAuthorize("hasAuthority('OWN_TOKENS')")
	String unsubscribe(RedirectAttributes redirect, Actor actor) {
		this.feeds.revoke(actor);
		Flash.success(redirect, "calendar.feed.revoked");
		return "redirect:/calendar";
	}

	/**
	 * A lane as it is drawn.
	 *
	 * @param lane the lane
	 * @param bars what is in it
	 */
	record Drawn(Lane lane, List<Bar> bars) {

		static Drawn of(Lane lane, Weeks weeks, Instant now) {
			return new Drawn(lane,
					lane.entries().stream().map((entry) -> Bar.of(entry, lane.contests(), weeks, now)).toList());
		}

	}

}
