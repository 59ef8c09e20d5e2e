package dev.understudy.experiment.web;

import java.util.List;
import java.util.Objects;

import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.web.server.ResponseStatusException;

import dev.understudy.experiment.ExperimentQuery;
import dev.understudy.experiment.Phase;
import dev.understudy.experiment.Sort;
import dev.understudy.shell.Page;

/**
 * What narrows the list down, as the address says it. Blank is not said.
 *
 * @param phase phases
 * @param status statuses of SageMaker
 * @param endpoint the endpoint's name
 * @param owner who began it
 * @param tag a tag's key, or key=value
 * @param label a label
 * @param q a part of the name, endpoint, description or id
 * @param sort the order
 * @param pageToken where to go on
 */
record ListFilter(List<String> phase, List<String> status, @Nullable String endpoint, @Nullable String owner,
		@Nullable String tag, @Nullable String label, @Nullable String q, @Nullable String sort,
		@Nullable String pageToken) {

	ListFilter {
		phase = said(phase);
		status = said(status);
		sort = Texts.isBlank(sort) ? Sort.UPDATED_DESC.id() : sort;
	}

	ExperimentQuery query() {
		try {
			return new ExperimentQuery(this.phase.stream().map(Phase::of).toList(), this.status, this.endpoint,
					this.owner, this.tag, this.label, this.q, Sort.of(Texts.orEmpty(this.sort)), Page.DEFAULT_SIZE,
					this.pageToken);
		}
		catch (IllegalArgumentException ex) {
			throw new ResponseStatusException(HttpStatus.BAD_REQUEST, ex.getMessage(), ex);
		}
	}

	/** Whether anything is left out of the list that would else be in it. */
	boolean isNarrow() {
		return !(this.phase.isEmpty() && this.status.isEmpty()
				&& Texts.areBlank(this.endpoint, this.owner, this.tag, this.label, this.q));
	}

	private static List<String> said(List<String> values) {
		return (values != null) ? values.stream().filter(Objects::nonNull).filter((value) -> !value.isBlank()).toList()
				: List.of();
	}

}
