package dev.understudy.calendar;

import org.springframework.boot.autoconfigure.condition.ConditionalOnWebApplication;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.core.annotation.Order;
import org.springframework.http.HttpMethod;
import org.springframework.security.config.annotation.web.builders.HttpSecurity;
import org.springframework.security.config.annotation.web.configurers.AbstractHttpConfigurer;
import org.springframework.security.config.http.SessionCreationPolicy;
import org.springframework.security.web.SecurityFilterChain;
import org.springframework.security.web.authentication.AnonymousAuthenticationFilter;
import org.springframework.security.web.servlet.util.matcher.PathPatternRequestMatcher;
import org.springframework.security.web.util.matcher.RequestMatcher;

/**
 * The security chain of the feed: a secret in the address, no cookie, no session. Without
 * a secret the calendar is a page like any other.
 */
@Configuration(proxyBeanMethods = false)
@ConditionalOnWebApplication
class FeedSecurity {

	@Bean
	@Order(20)
	SecurityFilterChain feedSecurityChain(HttpSecurity http, Feeds feeds, FeedLimit limit) {
		RequestMatcher path = PathPatternRequestMatcher.withDefaults().matcher(HttpMethod.GET, "/calendar.ics");
		return http
			.securityMatcher((request) -> path.matches(request) && request.getParameter(FeedFilter.PARAMETER) != null)
			.authorizeHttpRequests((requests) -> requests.anyRequest().authenticated())
			.addFilterBefore(new FeedFilter(feeds, limit), AnonymousAuthenticationFilter.class)
			.sessionManagement((session) -> session.sessionCreationPolicy(SessionCreationPolicy.STATELESS))
			.csrf(AbstractHttpConfigurer::disable)
			.requestCache(AbstractHttpConfigurer::disable)
			.logout(AbstractHttpConfigurer::disable)
			.headers((headers) -> headers.cacheControl((cache) -> cache.disable())
				.contentSecurityPolicy(
						(policy) -> policy.policyDirectives("default-src 'none'; frame-ancestors 'none'")))
			.build();
	}

}
