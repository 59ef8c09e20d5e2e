package dev.understudy.reliability;

import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;

import org.aopalliance.intercept.MethodInterceptor;
import org.slf4j.MDC;
import org.springframework.aop.Advisor;
import org.springframework.aop.support.DefaultPointcutAdvisor;
import org.springframework.aop.support.StaticMethodMatcherPointcut;
import org.springframework.beans.factory.config.BeanDefinition;
import org.springframework.beans.factory.support.BeanDefinitionRegistryPostProcessor;
import org.springframework.boot.test.context.TestConfiguration;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Role;
import org.springframework.util.ClassUtils;

import dev.understudy.sagemaker.ChangeRequest;

/**
 * Lets things go wrong in the running application at its {@link FaultPoint}s, once for an
 * operation. The application knows nothing of it.
 */
@TestConfiguration(proxyBeanMethods = false)
class Injection {

	private final Map<String, Runnable> armed = new ConcurrentHashMap<>();

	private final Set<String> met = ConcurrentHashMap.newKeySet();

	/** Arms a point for one operation. */
	void arm(FaultPoint point, UUID operation, Runnable effect) {
		this.armed.put(point + " " + operation, effect);
	}

	/** Arms a point of tracking, for whatever passes it next. */
	void arm(FaultPoint point, Runnable effect) {
		this.armed.put(point + " ", effect);
	}

	boolean isMet(FaultPoint point, UUID operation) {
		return this.met.contains(point + " " + operation);
	}

	/** Whether a point of tracking has still to be passed. */
	boolean isArmed(FaultPoint point) {
		return this.armed.containsKey(point + " ");
	}

	private void reach(FaultPoint point) {
		String operation = point.isTracking() ? "" : MDC.get("operation");
		Runnable effect = this.armed.remove(point + " " + operation);
		if (effect != null) {
			this.met.add(point + " " + operation);
			effect.run();
		}
	}

	private Advisor at(FaultPoint... points) {
		MethodInterceptor interceptor = (invocation) -> {
			for (FaultPoint point : points) {
				if (!point.isChange() || isCall(point, invocation.getArguments())) {
					reach(point);
				}
			}
			return invocation.proceed();
		};
		return new DefaultPointcutAdvisor(new Passing(points[0]), interceptor);
	}

	private static boolean isCall(FaultPoint point, Object[] arguments) {
		return arguments[1] instanceof ChangeRequest request && request.call().equals(point.call());
	}

	/** Nobody but tracking reads lists, so that it meets what is planned for a poll. */
	@Bean
	static BeanDefinitionRegistryPostProcessor withoutSearches() {
		return (registry) -> registry.removeBeanDefinition("foundWakes");
	}

	@Bean
	@Role(BeanDefinition.ROLE_INFRASTRUCTURE)
	Advisor claimPoint() {
		return at(FaultPoint.CLAIM);
	}

	@Bean
	@Role(BeanDefinition.ROLE_INFRASTRUCTURE)
	Advisor observePoint() {
		return at(FaultPoint.OBSERVE);
	}

	@Bean
	@Role(BeanDefinition.ROLE_INFRASTRUCTURE)
	Advisor tagsPoint() {
		return at(FaultPoint.TAGS);
	}

	@Bean
	@Role(BeanDefinition.ROLE_INFRASTRUCTURE)
	Advisor intentPoint() {
		return at(FaultPoint.INTENT);
	}

	@Bean
	@Role(BeanDefinition.ROLE_INFRASTRUCTURE)
	Advisor sendPoint() {
		return at(FaultPoint.SEND);
	}

	@Bean
	@Role(BeanDefinition.ROLE_INFRASTRUCTURE)
	Advisor responsePoint() {
		return at(FaultPoint.RESPONSE);
	}

	@Bean
	@Role(BeanDefinition.ROLE_INFRASTRUCTURE)
	Advisor confirmPoint() {
		return at(FaultPoint.CONFIRM);
	}

	@Bean
	@Role(BeanDefinition.ROLE_INFRASTRUCTURE)
	Advisor pollPoint() {
		return at(FaultPoint.POLL);
	}

	@Bean
	@Role(BeanDefinition.ROLE_INFRASTRUCTURE)
	Advisor sightPoint() {
		return at(FaultPoint.SIGHT);
	}

	@Bean
	@Role(BeanDefinition.ROLE_INFRASTRUCTURE)
	Advisor changePoint() {
		return at(FaultPoint.STOP, FaultPoint.UPDATE, FaultPoint.DELETE);
	}

	@Bean
	@Role(BeanDefinition.ROLE_INFRASTRUCTURE)
	Advisor auditPoint() {
		return at(FaultPoint.AUDIT);
	}

	/** Matches the method that is passed at a point. */
	private static final class Passing extends StaticMethodMatcherPointcut {

		private final FaultPoint point;

		Passing(FaultPoint point) {
			this.point = point;
		}

		@Override
		public boolean matches(java.lang.reflect.Method method, Class<?> targetClass) {
			return method.getName().equals(this.point.method())
					&& ClassUtils.resolveClassName(this.point.type(), null).isAssignableFrom(targetClass);
		}

	}

}
