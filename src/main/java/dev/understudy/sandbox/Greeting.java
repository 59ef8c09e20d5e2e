package dev.understudy.sandbox;

import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.boot.context.event.ApplicationReadyEvent;
import org.springframework.context.event.EventListener;
import org.springframework.core.Ordered;
import org.springframework.core.annotation.Order;
import org.springframework.core.env.Environment;
import org.springframework.stereotype.Component;

/**
 * Says at the end of the start where the sandbox is and how to sign in.
 */
@Component
@InSandbox
class Greeting {

	private static final Logger logger = LoggerFactory.getLogger(Greeting.class);

	private final Environment environment;

	Greeting(Environment environment) {
		this.environment = environment;
	}

	@EventListener(ApplicationReadyEvent.class)
	@Order(Ordered.LOWEST_PRECEDENCE)
	void greet() {
		logger.info("Understudy is ready, with a stand-in for SageMaker: nothing reaches AWS");
		logger.info("Open http://localhost:{} and sign in as viewer, author, reviewer, auditor or admin; "
				+ "the password is the name", this.environment.getProperty("local.server.port"));
	}

}
