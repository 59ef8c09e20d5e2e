package dev.understudy.cost.web;

import java.util.Arrays;

import org.springframework.core.convert.converter.Converter;
import org.springframework.stereotype.Component;

import dev.understudy.cost.Loading;

/** Reads a way of loading as URLs spell it. */
@Component
class LoadingConverter implements Converter<String, Loading> {

	@Override
	public Loading convert(String id) {
		return Arrays.stream(Loading.values())
			.filter((it) -> it.id().equals(id))
			.findFirst()
			.orElseThrow(() -> new IllegalArgumentException("There is no way of loading '%s'".formatted(id)));
	}

}
