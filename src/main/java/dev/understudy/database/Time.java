package dev.understudy.database;

import java.time.Clock;
import java.time.Duration;
import java.time.temporal.ChronoUnit;

import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/**
 * The time all replicas share, in the resolution PostgreSQL keeps, so that what was
 * written equals what is read back.
 */
@Configuration(proxyBeanMethods = false)
class Time {

	@Bean
	static MachineClock machineClock() {
		return Clock.systemUTC()::instant;
	}

	@Bean
	Clock clock(SharedTime time) {
		return Clock.tick(time.clock(), Duration.of(1, ChronoUnit.MICROS));
	}

}
