package dev.understudy.experiment;

import java.util.Arrays;
import java.util.stream.Collectors;

/**
 * The lists that the {@link Dashboard} is made of, each with what belongs to it in which
 * order. One statement reads them all.
 */
enum DashboardPart {

	SET_BACK("(setback is not null or drifted) and owner = :owner order by updated_at desc limit 10"),

	CHANGE_FAILED(
			"failed_change_id is not null and :owner in (owner, failed_change_by) order by updated_at desc limit 10"),

	CHANGING("change_id is not null order by updated_at, id"),

	SUBMITTING("phase = 'SUBMITTING' and setback is null order by updated_at desc, id desc"),

	LIVE("phase = 'LIVE' and sagemaker_status is distinct from 'Created' order by end_time, id limit 10"),

	SCHEDULED("phase = 'LIVE' and sagemaker_status = 'Created' order by start_time, id limit 10"),

	ENDED("phase = 'ENDED' order by ended_at desc, id limit 10");

	/** Every part's rows in its order; column part says whose, owner is a parameter. */
	static final String ALL = Arrays.stream(values())
		.map(DashboardPart::sql)
		.collect(Collectors.joining(" union all ", "", " order by part, place"));

	private final String condition;

	DashboardPart(String condition) {
		this.condition = condition;
	}

	private String sql() {
		return "select '%s' as part, row_number() over () as place, it.* from (select %s from experiment where %s) it"
			.formatted(name(), ExperimentSummary.COLUMNS, this.condition);
	}

}
