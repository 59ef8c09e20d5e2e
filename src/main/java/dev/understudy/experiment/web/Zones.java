package dev.understudy.experiment.web;

import java.time.ZoneId;
import java.util.List;
import java.util.regex.Pattern;

/**
 * The time zones a form offers: first those most people want, then every one that is
 * named after a place. Any other zone Java knows stays chosen where it was chosen. A
 * browser with JavaScript knows all of them itself, so that a page need not carry them.
 *
 * @param common names of the zones that are offered first, UTC being the first of them
 * @param all names of the zones of all places, by name; empty unless somebody asks
 */
record Zones(List<String> common, List<String> all) {

	static final Zones USUAL = new Zones(List.of("UTC", "America/Los_Angeles", "America/Denver", "America/Chicago",
			"America/New_York", "America/Sao_Paulo", "Europe/London", "Europe/Berlin", "Europe/Helsinki",
			"Africa/Johannesburg", "Asia/Dubai", "Asia/Kolkata", "Asia/Singapore", "Asia/Tokyo", "Australia/Sydney"),
			List.of());

	static final Zones EVERY = new Zones(USUAL.common(), places());

	private static List<String> places() {
		Pattern place = Pattern
			.compile("(Africa|America|Antarctica|Arctic|Asia|Atlantic|Australia|Europe|Indian|Pacific)/.+");
		return ZoneId.getAvailableZoneIds().stream().filter(place.asMatchPredicate()).sorted().toList();
	}

	/** Whether a zone is one of those offered first. */
	public boolean isCommon(String zone) {
		return this.common.contains(zone);
	}

}
