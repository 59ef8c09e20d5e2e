package dev.understudy.experiment.web;

import org.springframework.core.convert.converter.Converter;
import org.springframework.stereotype.Component;

import dev.understudy.experiment.Phase;

/** Reads a phase from a URL. */
@Component
class PhaseConverter implements Converter<String, Phase> {

	@Override
	public Phase convert(String id) {
		return Phase.of(id);
	}

}
