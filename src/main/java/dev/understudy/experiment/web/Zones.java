package dev.understudy.experiment.web;

import java.util.List;

/**
 * The time zones a form offers by itself: those most people want. Scripts add all that
 * the browser knows, and any zone Java knows stays chosen where it was chosen.
 *
 * @param common names of the zones that are offered first, UTC being the first of them
 */
record Zones(List<String> common) {

	static final Zones OFFERED = new Zones(List.of("UTC", "America/Los_Angeles", "America/Denver", "America/Chicago",
			"America/New_York", "America/Sao_Paulo", "Europe/London", "Europe/Berlin", "Europe/Helsinki",
			"Africa/Johannesburg", "Asia/Dubai", "Asia/Kolkata", "Asia/Singapore", "Asia/Tokyo", "Australia/Sydney"));

	/** Whether a zone is one of those offered first. */
	public boolean isCommon(String zone) {
		return this.common.contains(zone);
	}

}
