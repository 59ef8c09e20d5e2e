package dev.understudy.experiment;

import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Collectors;

import jakarta.persistence.EntityManager;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Several experiments that somebody has picked. */
@Service
public class Selection {

	private final EntityManager entities;

	Selection(EntityManager entities) {
		this.entities = entities;
	}

	/**
	 * Reads experiments.
	 * @param ids which ones
	 * @return those there are, each once, in the order of the ids; read in one statement
	 */
	@Transactional(readOnly = true)
	public List<Experiment> of(Collection<UUID> ids) {
		Map<UUID, Experiment> found = this.entities
			.createQuery("select e from Experiment e where e.id in :ids", Experiment.class)
			.setParameter("ids", ids)
			.getResultStream()
			.collect(Collectors.toMap(Experiment::getId, Function.identity()));
		return ids.stream().distinct().map(found::get).filter(Objects::nonNull).toList();
	}

	/**
	 * Fails unless there is such an experiment.
	 * @param id its id
	 * @throws UnknownExperimentException if there is none
	 */
	@Transactional(readOnly = true)
	public void ensureThere(UUID id) {
		if (of(List.of(id)).isEmpty()) {
			throw new UnknownExperimentException(id);
		}
	}

}
