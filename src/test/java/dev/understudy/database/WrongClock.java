package dev.understudy.database;

import java.time.Duration;

import org.springframework.beans.factory.config.BeanPostProcessor;
import org.springframework.boot.builder.SpringApplicationBuilder;
import software.amazon.awssdk.core.SdkGlobalTime;

import dev.understudy.Understudy;

/**
 * The whole application on a machine whose clock is three hours ahead: for its own
 * planning, and for the date under what it signs.
 */
public final class WrongClock {

	private static final Duration AHEAD = Duration.ofHours(3);

	private WrongClock() {
	}

	public static void main(String[] arguments) {
		SdkGlobalTime.setGlobalTimeOffset(Math.toIntExact(-AHEAD.toSeconds()));
		new SpringApplicationBuilder(Understudy.class)
			.initializers((context) -> context.getBeanFactory().addBeanPostProcessor(new BeanPostProcessor() {
				@Override
				public Object postProcessAfterInitialization(Object bean, String name) {
					return (bean instanceof MachineClock clock) ? (MachineClock) () -> clock.now().plus(AHEAD) : bean;
				}
			}))
			.run(arguments);
	}

}
