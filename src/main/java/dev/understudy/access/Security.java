package dev.understudy.access;

import java.time.Clock;
import java.util.List;

import jakarta.servlet.DispatcherType;
import org.springframework.boot.autoconfigure.condition.ConditionalOnWebApplication;
import org.springframework.boot.web.servlet.ServletContextInitializer;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.core.annotation.Order;
import org.springframework.http.HttpMethod;
import org.springframework.security.authentication.ProviderManager;
import org.springframework.security.authentication.RememberMeAuthenticationProvider;
import org.springframework.security.config.annotation.method.configuration.EnableMethodSecurity;
import org.springframework.security.config.ObjectPostProcessor;
import org.springframework.security.config.annotation.web.builders.HttpSecurity;
import org.springframework.security.config.annotation.web.configurers.AbstractHttpConfigurer;
import org.springframework.security.config.http.SessionCreationPolicy;
import org.springframework.security.web.SecurityFilterChain;
import org.springframework.security.web.access.intercept.AuthorizationFilter;
import org.springframework.security.web.authentication.AnonymousAuthenticationFilter;
import org.springframework.security.web.authentication.rememberme.RememberMeAuthenticationFilter;
import org.springframework.security.web.authentication.session.ChangeSessionIdAuthenticationStrategy;
import org.springframework.security.web.csrf.CookieCsrfTokenRepository;
import org.springframework.security.web.csrf.XorCsrfTokenRequestAttributeHandler;
import org.springframework.security.web.savedrequest.HttpSessionRequestCache;
import org.springframework.security.web.servlet.util.matcher.PathPatternRequestMatcher;

/**
 * Who may reach which path. Nothing is open unless it is named here; what a signed-in
 * actor may do is named on each handler.
 */
@Configuration(proxyBeanMethods = false)
@ConditionalOnWebApplication
@EnableMethodSecurity
class Security {

	/** Programs: a bearer token with every request, no cookie, no session. */
	@Bean
	@Order(10)
	SecurityFilterChain apiSecurity(HttpSecurity http, List<TokenSource> tokens) {
		ApiRefusals refusals = new ApiRefusals();
		return http.securityMatcher("/api", "/api/**")
			.authorizeHttpRequests((paths) -> paths.dispatcherTypeMatchers(DispatcherType.ERROR)
				.permitAll()
				.requestMatchers(HttpMethod.GET, "/api/v1/openapi.json")
				.permitAll()
				.anyRequest()
				.authenticated())
			.addFilterBefore(new BearerTokenFilter(tokens), AnonymousAuthenticationFilter.class)
			.exceptionHandling((refused) -> refused.authenticationEntryPoint(refusals).accessDeniedHandler(refusals))
			.sessionManagement((session) -> session.sessionCreationPolicy(SessionCreationPolicy.STATELESS))
			.csrf(AbstractHttpConfigurer::disable)
			.requestCache(AbstractHttpConfigurer::disable)
			.logout(AbstractHttpConfigurer::disable)
			.headers(SecurityHeaders::set)
			.build();
	}

	/**
	 * People: a form to sign in with, a session, a CSRF token in every form. The
	 * authentication manager is the chain's own: with the shared one as its parent, each
	 * failed attempt would count twice.
	 */
	@Bean
	@Order(100)
	SecurityFilterChain pageSecurity(HttpSecurity http, PasswordSignIn passwords, PageRefusals refusals,
			RememberMe rememberMe, InterruptedPosts posts, UserRows users, SignInRecord record, Clock clock,
			AccessProperties properties) {
		return http
			.authorizeHttpRequests((paths) -> paths.dispatcherTypeMatchers(DispatcherType.FORWARD, DispatcherType.ERROR)
				.permitAll()
				.requestMatchers(HttpMethod.GET, "/sign-in", "/css/**", "/js/**", "/img/**", "/webjars/**",
						"/favicon.ico", "/actuator/health", "/error")
				.permitAll()
				.anyRequest()
				.authenticated())
			.authenticationManager(new ProviderManager(passwords, new RememberMeAuthenticationProvider(RememberMe.KEY)))
			.formLogin((form) -> form.loginPage("/sign-in")
				.usernameParameter("name")
				.passwordParameter("password")
				.successHandler(refusals)
				.failureForwardUrl("/sign-in/refused"))
			.rememberMe((remember) -> remember.rememberMeServices(rememberMe)
				.key(RememberMe.KEY)
				.withObjectPostProcessor(keepingTheToken()))
			.logout((out) -> out.logoutUrl("/sign-out")
				.deleteCookies(properties.cookie("session"))
				.logoutSuccessUrl("/sign-in?signed-out"))
			.exceptionHandling((refused) -> refused.authenticationEntryPoint(refusals).accessDeniedHandler(refusals))
			.addFilterBefore(new StillWelcomeFilter(users, rememberMe, record, clock, properties.idle()),
					RememberMeAuthenticationFilter.class)
			.addFilterAfter(new ArrivedPostFilter(posts), AuthorizationFilter.class)
			.csrf((csrf) -> csrf.csrfTokenRepository(csrfCookie(properties)).csrfTokenRequestHandler(eager()))
			.requestCache((cache) -> cache.requestCache(pagesOnly()))
			.headers(SecurityHeaders::set)
			.build();
	}

	/** A page that was open before goes on working: only the session's id changes. */
	private static ObjectPostProcessor<RememberMeAuthenticationFilter> keepingTheToken() {
		return new ObjectPostProcessor<>() {
			@Override
			public <O extends RememberMeAuthenticationFilter> O postProcess(O filter) {
				filter.setSessionAuthenticationStrategy(new ChangeSessionIdAuthenticationStrategy());
				return filter;
			}
		};
	}

	@Bean
	ServletContextInitializer sessionCookie(AccessProperties properties) {
		return (context) -> {
			context.getSessionCookieConfig().setName(properties.cookie("session"));
			context.getSessionCookieConfig().setPath("/");
			if (properties.secureCookies()) {
				context.getSessionCookieConfig().setSecure(true);
			}
		};
	}

	private static CookieCsrfTokenRepository csrfCookie(AccessProperties properties) {
		CookieCsrfTokenRepository repository = new CookieCsrfTokenRepository();
		repository.setCookieName(properties.cookie("csrf"));
		repository.setCookiePath("/");
		repository.setCookieCustomizer((cookie) -> {
			cookie.sameSite("Lax");
			if (properties.secureCookies()) {
				cookie.secure(true);
			}
		});
		return repository;
	}

	// Deferred, the cookie would be set when a long page has already begun to leave.
	private static XorCsrfTokenRequestAttributeHandler eager() {
		XorCsrfTokenRequestAttributeHandler handler = new XorCsrfTokenRequestAttributeHandler();
		handler.setCsrfRequestAttributeName(null);
		return handler;
	}

	private static HttpSessionRequestCache pagesOnly() {
		HttpSessionRequestCache cache = new HttpSessionRequestCache();
		PathPatternRequestMatcher get = PathPatternRequestMatcher.withDefaults().matcher(HttpMethod.GET, "/**");
		cache.setRequestMatcher((request) -> get.matches(request) && request.getHeader("HX-Request") == null);
		return cache;
	}

}
