package dev.understudy.tracking;

import java.util.List;
import java.util.UUID;

import org.springframework.jdbc.core.simple.JdbcClient;

import dev.understudy.delivery.Installations;
import dev.understudy.sagemaker.SageMakerRefusal;
import dev.understudy.target.Target;
import dev.understudy.target.Targets;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

/**
 * Searches an {@link AwsAccount} when a test says so.
 */
public final class Searches {

	private final FoundSweep sweep;

	private final FoundExperiments found;

	private final AwsAccount aws;

	private final Installations installations;

	private final JdbcClient jdbc;

	private final Target target;

	Searches(FoundSweep sweep, FoundExperiments found, AwsAccount aws, Installations installations, JdbcClient jdbc,
			Targets targets) {
		this.sweep = sweep;
		this.found = found;
		this.aws = aws;
		this.installations = installations;
		this.jdbc = jdbc;
		this.target = targets.standard();
	}

	/** As if nothing had ever been searched. */
	public void forget() {
		this.jdbc.sql("delete from found").update();
		this.jdbc.sql("delete from found_sweep").update();
	}

	public void search() {
		this.sweep.sweep(this.target);
	}

	public void searchInVain() {
		assertThatExceptionOfType(SageMakerRefusal.class).isThrownBy(this::search);
	}

	/** Makes one that carries the tag of an operation nobody knows. */
	public void orphan(String name) {
		this.aws.schedule(name, this.installations.name() + "/" + UUID.randomUUID());
	}

	/** Searches for the only one there is. */
	public UUID onlyOne() {
		search();
		List<Found> all = this.found.list(new FoundQuery(null, null, 50, null)).items();
		assertThat(all).hasSize(1);
		return all.getFirst().id();
	}

}
