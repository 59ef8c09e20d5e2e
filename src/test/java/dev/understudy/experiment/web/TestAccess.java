package dev.understudy.experiment.web;

import java.util.List;

import org.jspecify.annotations.Nullable;
import org.springframework.boot.test.context.TestConfiguration;
import org.springframework.context.annotation.Bean;
import org.springframework.core.MethodParameter;
import org.springframework.core.annotation.Order;
import org.springframework.security.config.annotation.method.configuration.EnableMethodSecurity;
import org.springframework.security.config.annotation.web.builders.HttpSecurity;
import org.springframework.security.config.annotation.web.configurers.AbstractHttpConfigurer;
import org.springframework.security.core.context.SecurityContextHolder;
import org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors;
import org.springframework.security.web.SecurityFilterChain;
import org.springframework.test.web.servlet.request.RequestPostProcessor;
import org.springframework.web.bind.support.WebDataBinderFactory;
import org.springframework.web.context.request.NativeWebRequest;
import org.springframework.web.method.support.HandlerMethodArgumentResolver;
import org.springframework.web.method.support.ModelAndViewContainer;
import org.springframework.web.servlet.config.annotation.WebMvcConfigurer;

import dev.understudy.actor.Actor;
import dev.understudy.actor.Role;
import dev.understudy.experiment.Actors;

/**
 * Lets the tests of this module act as somebody, without users and tokens.
 */
@TestConfiguration
@EnableMethodSecurity
class TestAccess implements WebMvcConfigurer {

	static RequestPostProcessor author() {
		return as("author", Role.AUTHOR);
	}

	static RequestPostProcessor viewer() {
		return as("viewer", Role.VIEWER);
	}

	private static RequestPostProcessor as(String name, Role role) {
		return SecurityMockMvcRequestPostProcessors.user(name)
			.authorities(role.permissions()
				.stream()
				.map((permission) -> new org.springframework.security.core.authority.SimpleGrantedAuthority(
						permission.name()))
				.toList());
	}

	@Bean
	@Order(-100)
	SecurityFilterChain apiOfTheTests(HttpSecurity http) throws Exception {
		return http.securityMatcher("/api/**").csrf(AbstractHttpConfigurer::disable).build();
	}

	@Override
	public void addArgumentResolvers(List<HandlerMethodArgumentResolver> resolvers) {
		resolvers.addFirst(new ActorOfTheTest());
	}

	private static final class ActorOfTheTest implements HandlerMethodArgumentResolver {

		@Override
		public boolean supportsParameter(MethodParameter parameter) {
			return parameter.getParameterType() == Actor.class;
		}

		@Override
		public Object resolveArgument(MethodParameter parameter, @Nullable ModelAndViewContainer container,
				NativeWebRequest request, @Nullable WebDataBinderFactory binders) {
			return Actors.user(SecurityContextHolder.getContext().getAuthentication().getName(), Role.AUTHOR);
		}

	}

}
