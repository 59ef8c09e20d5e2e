package dev.understudy.experiment.web;

import org.springframework.core.convert.converter.Converter;
import org.springframework.stereotype.Component;

import dev.understudy.experiment.Sort;

/** Reads an order from a URL. */
@Component
class SortConverter implements Converter<String, Sort> {

	@Override
	public Sort convert(String id) {
		return Sort.of(id);
	}

}
