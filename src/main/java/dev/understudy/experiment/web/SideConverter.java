package dev.understudy.experiment.web;

import org.springframework.core.convert.converter.Converter;
import org.springframework.stereotype.Component;

import dev.understudy.experiment.Side;

/** Reads a side of a comparison from a URL. */
@Component
class SideConverter implements Converter<String, Side> {

	@Override
	public Side convert(String id) {
		return Side.of(id);
	}

}
