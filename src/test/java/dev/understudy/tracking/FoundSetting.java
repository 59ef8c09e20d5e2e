package dev.understudy.tracking;

import java.util.List;

import org.junit.jupiter.api.BeforeEach;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;

import dev.understudy.audit.AuditTrail;
import dev.understudy.delivery.Installations;
import dev.understudy.delivery.Operations;
import dev.understudy.experiment.Experiments;
import dev.understudy.experiment.Sightings;
import dev.understudy.target.Target;
import dev.understudy.target.Targets;

import static org.assertj.core.api.Assertions.assertThat;

/** An account in which others have made experiments. */
@FoundInAws
abstract class FoundSetting {

	@Autowired
	AwsAccount aws;

	@Autowired
	FoundSweep sweep;

	@Autowired
	FoundExperiments found;

	@Autowired
	FoundEndpointUses uses;

	@Autowired
	Experiments experiments;

	@Autowired
	Sightings sightings;

	@Autowired
	Operations operations;

	@Autowired
	Installations installations;

	@Autowired
	AuditTrail audit;

	@Autowired
	JdbcClient jdbc;

	Target target;

	@Autowired
	void inTheStandardTarget(Targets targets) {
		this.target = targets.standard();
	}

	@BeforeEach
	void anEmptyAccount() {
		this.aws.clear();
		this.jdbc.sql("delete from found").update();
		this.jdbc.sql("delete from found_sweep").update();
	}

	List<Found> sweep() {
		this.sweep.sweep(this.target);
		return listed();
	}

	List<Found> listed() {
		return this.found.list(new FoundQuery(null, null, 50, null)).items();
	}

	Found onlyFound() {
		List<Found> all = sweep();
		assertThat(all).hasSize(1);
		return all.getFirst();
	}

}
