package dev.understudy.experiment.web;

import java.time.ZoneId;

import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;

class ZonesTests {

	@Test
	void everyOfferCanBeRead() {
		assertThat(Zones.OFFERED.common()).doesNotHaveDuplicates()
			.allSatisfy((zone) -> assertThat(ZoneId.of(zone).getId()).isEqualTo(zone));
	}

	@Test
	void thoseMostPeopleWantComeFirst() {
		assertThat(Zones.OFFERED.common()).startsWith("UTC").contains("Europe/Berlin");
		assertThat(Zones.OFFERED.isCommon("Europe/Berlin")).isTrue();
		assertThat(Zones.OFFERED.isCommon("Pacific/Auckland")).isFalse();
	}

}
