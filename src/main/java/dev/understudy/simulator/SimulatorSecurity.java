package dev.understudy.simulator;

import org.springframework.boot.autoconfigure.condition.ConditionalOnProperty;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.core.annotation.Order;
import org.springframework.security.config.annotation.web.builders.HttpSecurity;
import org.springframework.security.config.annotation.web.configurers.AbstractHttpConfigurer;
import org.springframework.security.config.http.SessionCreationPolicy;
import org.springframework.security.web.SecurityFilterChain;

/**
 * The simulator's own security chain inside the application: its clients sign their
 * requests and know nothing of sessions, forms and bearer tokens.
 */
@Configuration(proxyBeanMethods = false)
@ConditionalOnProperty(name = "understudy.sagemaker.mode", havingValue = "simulator", matchIfMissing = true)
class SimulatorSecurity {

	@Bean
	@Order(-100)
	SecurityFilterChain simulatorSecurityChain(HttpSecurity http) {
		return http.securityMatcher("/simulator/**")
			.authorizeHttpRequests((requests) -> requests.anyRequest().permitAll())
			.csrf(AbstractHttpConfigurer::disable)
			.requestCache(AbstractHttpConfigurer::disable)
			.sessionManagement((sessions) -> sessions.sessionCreationPolicy(SessionCreationPolicy.STATELESS))
			.build();
	}

}
