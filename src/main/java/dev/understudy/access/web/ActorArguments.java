package dev.understudy.access.web;

import java.util.Arrays;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;

import jakarta.servlet.http.HttpServletRequest;
import org.jspecify.annotations.Nullable;
import org.springframework.core.MethodParameter;
import org.springframework.security.authentication.AuthenticationCredentialsNotFoundException;
import org.springframework.security.core.Authentication;
import org.springframework.security.core.GrantedAuthority;
import org.springframework.security.core.context.SecurityContextHolder;
import org.springframework.stereotype.Component;
import org.springframework.web.bind.support.WebDataBinderFactory;
import org.springframework.web.context.request.NativeWebRequest;
import org.springframework.web.method.support.HandlerMethodArgumentResolver;
import org.springframework.web.method.support.ModelAndViewContainer;
import org.springframework.web.servlet.config.annotation.WebMvcConfigurer;

import dev.understudy.access.TokenAuthentication;
import dev.understudy.actor.Actor;
import dev.understudy.actor.Permission;
import dev.understudy.shell.RequestId;

/** Tells handlers that ask for an {@link Actor} who is signed in. */
@Component
class ActorArguments implements HandlerMethodArgumentResolver, WebMvcConfigurer {

	@Override
	public void addArgumentResolvers(List<HandlerMethodArgumentResolver> resolvers) {
		resolvers.add(this);
	}

	@Override
	public boolean supportsParameter(MethodParameter parameter) {
		return parameter.getParameterType() == Actor.class;
	}

	@Override
	public Actor resolveArgument(MethodParameter parameter, @Nullable ModelAndViewContainer container,
			NativeWebRequest request, @Nullable WebDataBinderFactory binders) {
		Authentication signedIn = SecurityContextHolder.getContext().getAuthentication();
		if (signedIn == null) {
			throw new AuthenticationCredentialsNotFoundException("Nobody is signed in");
		}
		HttpServletRequest servletRequest = request.getNativeRequest(HttpServletRequest.class);
		return new Actor((signedIn instanceof TokenAuthentication) ? Actor.Kind.TOKEN : Actor.Kind.USER,
				signedIn.getName(), permissions(signedIn), RequestId.current(),
				(servletRequest != null) ? servletRequest.getRemoteAddr() : null);
	}

	private static Set<Permission> permissions(Authentication signedIn) {
		Set<String> names = signedIn.getAuthorities()
			.stream()
			.map(GrantedAuthority::getAuthority)
			.collect(Collectors.toSet());
		return Arrays.stream(Permission.values())
			.filter((permission) -> names.contains(permission.name()))
			.collect(Collectors.toSet());
	}

}
