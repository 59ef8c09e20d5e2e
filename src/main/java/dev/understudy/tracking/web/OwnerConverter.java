package dev.understudy.tracking.web;

import org.springframework.core.convert.converter.Converter;
import org.springframework.stereotype.Component;

import dev.understudy.tracking.Owner;

/** Reads from a URL whose something is. */
@Component
class OwnerConverter implements Converter<String, Owner> {

	@Override
	public Owner convert(String id) {
		return Owner.of(id);
	}

}
