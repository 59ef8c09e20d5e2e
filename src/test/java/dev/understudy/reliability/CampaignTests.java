package dev.understudy.reliability;

import java.nio.file.Path;
import java.util.concurrent.ThreadLocalRandom;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import dev.understudy.Aside;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * The short form of the campaign: two whole processes, one of which is killed, among
 * faults of every kind.
 */
@Aside
class CampaignTests {

	private static final int SUBMISSIONS = 60;

	@Test
	void amongFaultsAndKillsNothingIsLostDoubledStuckOrConfused(@TempDir Path directory) throws Exception {
		long seed = ThreadLocalRandom.current().nextInt(1_000_000);
		System.out.println("Seed of the campaign: " + seed);
		Options options = Options.of("--submissions=" + SUBMISSIONS, "--at-once=30", "--seed=" + seed);
		Part part = new FaultCampaign(options, directory).run();
		assertThat(part.wrong()).as("seed %d", seed).isEmpty();
		assertThat(part.ends().get("create").values().stream().mapToLong(Long::longValue).sum())
			.isGreaterThanOrEqualTo(SUBMISSIONS);
		assertThat(part.ends().get("create").get("confirmed")).isGreaterThan(SUBMISSIONS * 3 / 4);
		assertThat(part.troubles()).isNotEmpty();
		assertThat((Integer) part.facts().get("processes killed")).isPositive();
	}

}
