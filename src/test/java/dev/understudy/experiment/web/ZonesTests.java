package dev.understudy.experiment.web;

import java.time.ZoneId;
import java.util.stream.Stream;

import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;

class ZonesTests {

	@Test
	void everyPlaceHasItsZoneAndEveryOfferCanBeRead() {
		assertThat(Zones.OFFERED.all()).contains("Pacific/Auckland", "Asia/Kathmandu", "America/St_Johns")
			.isSorted()
			.doesNotContain("US/Pacific", "SystemV/PST8");
		assertThat(Stream.of(Zones.OFFERED.common(), Zones.OFFERED.all()).flatMap((zones) -> zones.stream()))
			.allSatisfy((zone) -> assertThat(ZoneId.of(zone).getId()).isEqualTo(zone));
	}

	@Test
	void thoseMostPeopleWantComeFirst() {
		assertThat(Zones.OFFERED.common()).startsWith("UTC").contains("Europe/Berlin");
		assertThat(Zones.OFFERED.isCommon("Europe/Berlin")).isTrue();
		assertThat(Zones.OFFERED.isCommon("Pacific/Auckland")).isFalse();
	}

}
