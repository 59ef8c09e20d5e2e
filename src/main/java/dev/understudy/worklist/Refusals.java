package dev.understudy.worklist;

import java.util.stream.Collectors;

import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.dao.PessimisticLockingFailureException;
import org.springframework.security.access.AccessDeniedException;

import dev.understudy.definition.Finding;
import dev.understudy.delivery.OperationInFlightException;
import dev.understudy.experiment.DefinitionRefusedException;
import dev.understudy.experiment.IllegalPhaseException;
import dev.understudy.experiment.LabelRefusedException;
import dev.understudy.experiment.NothingToChangeException;
import dev.understudy.experiment.UnknownExperimentException;
import dev.understudy.shell.Words;
import dev.understudy.target.UnknownTargetException;

/** Says to a person why one of many was refused. What is no refusal is thrown on. */
final class Refusals {

	private static final Logger logger = LoggerFactory.getLogger(Refusals.class);

	private Refusals() {
	}

	static Words of(RuntimeException refusal) {
		return switch (refusal) {
			case OperationInFlightException ex -> Words.of("bulk.refused.in-flight");
			case IllegalPhaseException ex -> Words.of("bulk.refused.words", ex.getMessage());
			case DefinitionRefusedException ex -> Words.of("bulk.refused.words",
					ex.findings()
						.stream()
						.filter(Finding::forbids)
						.map(Finding::message)
						.collect(Collectors.joining(" ")));
			case NothingToChangeException ex -> Words.of("bulk.cannot.no-change");
			case LabelRefusedException ex -> Words.of("labels.refused." + ex.reason().id());
			case UnknownExperimentException ex -> Words.of("bulk.refused.unknown");
			case UnknownTargetException ex -> Words.of("bulk.refused.target", ex.name());
			case AccessDeniedException ex -> Words.of("bulk.refused.not-allowed");
			case PessimisticLockingFailureException ex -> Words.of("bulk.refused.busy");
			default -> {
				logger.error("An experiment could not be changed", refusal);
				yield Words.of("bulk.refused.unforeseen");
			}
		};
	}

}
