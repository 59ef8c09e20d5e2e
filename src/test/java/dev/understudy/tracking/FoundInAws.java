package dev.understudy.tracking;

import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.test.context.TestConfiguration;
import org.springframework.boot.webmvc.test.autoconfigure.AutoConfigureMockMvc;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Import;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.test.context.DynamicPropertyRegistrar;

import dev.understudy.TestDatabase;
import dev.understudy.delivery.Installations;
import dev.understudy.sagemaker.ShadowTests;
import dev.understudy.target.Targets;

/**
 * The application with an AWS account of its own, searched only when a test says so.
 */
@Target(ElementType.TYPE)
@Retention(RetentionPolicy.RUNTIME)
@SpringBootTest(properties = { "understudy.jobs.enabled=false", "understudy.tracking.sweep-looks=5",
		"understudy.tracking.rate=1000", "understudy.tracking.burst=1000" })
@AutoConfigureMockMvc
@Import({ TestDatabase.class, FoundInAws.Account.class })
public @interface FoundInAws {

	/** Makes the account the one of the sandbox. */
	@TestConfiguration(proxyBeanMethods = false)
	class Account {

		@Bean
		DynamicPropertyRegistrar account() {
			return (registry) -> registry.add("understudy.sagemaker.endpoint", AwsAccount::endpoint);
		}

		@Bean
		AwsAccount awsAccount(ShadowTests shadowTests, Targets targets) {
			return new AwsAccount(shadowTests, targets);
		}

		@Bean
		Searches searches(FoundSweep sweep, FoundExperiments found, AwsAccount aws, Installations installations,
				JdbcClient jdbc, Targets targets) {
			return new Searches(sweep, found, aws, installations, jdbc, targets);
		}

	}

}
