package dev.understudy.experiment.web;

import java.time.ZoneId;
import java.util.stream.Stream;

import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;

class ZonesTests {

	@Test
	void everyPlaceHasItsZoneAndEveryOfferCanBeRead() {
		assertThat(Zones.EVERY.all()).contains("Pacific/Auckland", "Asia/Kathmandu", "America/St_Johns")
			.isSorted()
			.doesNotContain("US/Pacific", "SystemV/PST8");
		assertThat(Stream.of(Zones.USUAL.common(), Zones.EVERY.all()).flatMap((zones) -> zones.stream()))
			.allSatisfy((zone) -> assertThat(ZoneId.of(zone).getId()).isEqualTo(zone));
	}

	@Test
	void aPageCarriesAllOfThemOnlyForWhoeverAsks() {
		assertThat(Zones.USUAL.all()).isEmpty();
		assertThat(Zones.EVERY.common()).isEqualTo(Zones.USUAL.common());
	}

	@Test
	void thoseMostPeopleWantComeFirst() {
		assertThat(Zones.USUAL.common()).startsWith("UTC").contains("Europe/Berlin");
		assertThat(Zones.USUAL.isCommon("Europe/Berlin")).isTrue();
		assertThat(Zones.USUAL.isCommon("Pacific/Auckland")).isFalse();
	}

}
