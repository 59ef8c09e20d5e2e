package dev.understudy.database;

import java.time.Clock;
import java.time.Duration;
import java.time.temporal.ChronoUnit;

import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/**
 * The machine's clock in the resolution PostgreSQL keeps, so that what was written equals
 * what is read back.
 */
@Configuration(proxyBeanMethods = false)
class Time {

	@Bean
	Clock clock() {
		return Clock.tick(Clock.systemUTC(), Duration.of(1, ChronoUnit.MICROS));
	}

}
