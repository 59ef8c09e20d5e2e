package dev.understudy.delivery;

import java.time.Duration;
import java.util.Locale;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicReference;

import org.awaitility.Awaitility;
import org.springframework.beans.factory.config.BeanPostProcessor;
import org.springframework.boot.WebApplicationType;
import org.springframework.boot.autoconfigure.ImportAutoConfiguration;
import org.springframework.boot.autoconfigure.context.ConfigurationPropertiesAutoConfiguration;
import org.springframework.boot.autoconfigure.context.PropertyPlaceholderAutoConfiguration;
import org.springframework.boot.flyway.autoconfigure.FlywayAutoConfiguration;
import org.springframework.boot.jackson.autoconfigure.JacksonAutoConfiguration;
import org.springframework.boot.jdbc.autoconfigure.DataSourceAutoConfiguration;
import org.springframework.boot.jdbc.autoconfigure.DataSourceTransactionManagerAutoConfiguration;
import org.springframework.boot.jdbc.autoconfigure.JdbcClientAutoConfiguration;
import org.springframework.boot.jdbc.autoconfigure.JdbcTemplateAutoConfiguration;
import org.springframework.boot.transaction.autoconfigure.TransactionAutoConfiguration;
import org.springframework.boot.builder.SpringApplicationBuilder;
import org.springframework.boot.context.properties.ConfigurationPropertiesScan;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.context.PayloadApplicationEvent;
import org.springframework.context.annotation.ComponentScan;
import org.springframework.context.annotation.FilterType;
import org.springframework.context.annotation.ComponentScan.Filter;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.support.TransactionSynchronization;
import org.springframework.transaction.support.TransactionSynchronizationManager;
import org.springframework.transaction.support.TransactionTemplate;

import dev.understudy.Patience;
import dev.understudy.sagemaker.ShadowTests;
import dev.understudy.target.Targets;

/**
 * Delivery and what it stands on, in a process of its own that is killed somewhere. It
 * first finishes what the one before left, then submits something and dies over it.
 */
@ImportAutoConfiguration({ PropertyPlaceholderAutoConfiguration.class, ConfigurationPropertiesAutoConfiguration.class,
		DataSourceAutoConfiguration.class, DataSourceTransactionManagerAutoConfiguration.class,
		TransactionAutoConfiguration.class, JdbcTemplateAutoConfiguration.class, JdbcClientAutoConfiguration.class,
		FlywayAutoConfiguration.class, JacksonAutoConfiguration.class })
@ComponentScan(
		basePackages = { "dev.understudy.target", "dev.understudy.database", "dev.understudy.sagemaker",
				"dev.understudy.delivery", "dev.understudy.audit" },
		excludeFilters = @Filter(type = FilterType.REGEX,
				pattern = "dev\\.understudy\\.(delivery|audit)\\.(web\\..*|.*Tests.*|Submissions.*)"))
@ConfigurationPropertiesScan({ "dev.understudy.target", "dev.understudy.database", "dev.understudy.sagemaker",
		"dev.understudy.delivery" })
class DeliveryAlone {

	private DeliveryAlone() {
	}

	/**
	 * Runs.
	 * @param arguments first where to be killed, then properties
	 */
	public static void main(String[] arguments) {
		KilledAt killed = KilledAt.valueOf(arguments[0]);
		AtomicReference<KilledAt> armed = new AtomicReference<>(KilledAt.NEVER);
		try (ConfigurableApplicationContext context = new SpringApplicationBuilder(DeliveryAlone.class)
			.web(WebApplicationType.NONE)
			.initializers((it) -> arm(it, armed))
			.run(arguments)) {
			awaitTheEndOfAll(context);
			if (killed != KilledAt.NEVER) {
				if (killed.isChange()) {
					new KilledChange(context, killed).ask(() -> armed.set(killed));
				}
				else {
					armed.set(killed);
					submit(context, name(killed));
				}
				awaitTheEndOfAll(context);
			}
		}
	}

	static String name(KilledAt killed) {
		return "killed-when-" + killed.name().toLowerCase(Locale.ROOT);
	}

	private static void arm(ConfigurableApplicationContext context, AtomicReference<KilledAt> armed) {
		context.getBeanFactory().addBeanPostProcessor(new BeanPostProcessor() {
			@Override
			public Object postProcessAfterInitialization(Object bean, String beanName) {
				return (bean instanceof ShadowTests door) ? new KilledShadowTests(door, armed) : bean;
			}
		});
		context.addApplicationListener((PayloadApplicationEvent<?> event) -> {
			if (event.getPayload() instanceof Trace trace && trace.action().equals("operation.confirmed")) {
				armed.get().reached(KilledAt.AUDITED);
			}
			if (event.getPayload() instanceof OperationOutcome) {
				// Read here: by the commit of what was left over, it may be armed for the
				// next one.
				KilledAt killed = armed.get();
				killed.reached(KilledAt.ENDING);
				TransactionSynchronizationManager.registerSynchronization(new TransactionSynchronization() {
					@Override
					public void afterCommit() {
						killed.reached(KilledAt.ENDED);
					}
				});
			}
		});
	}

	static UUID submit(ConfigurableApplicationContext context, String name) {
		return context.getBean(TransactionTemplate.class)
			.execute((status) -> context.getBean(Operations.class)
				.ask(NewOperation.create(UUID.randomUUID(), context.getBean(Targets.class).standard(),
						Submissions.definition(name, Submissions.ROLE, Duration.ofHours(2))), Submissions.ADA)
				.id());
	}

	static void awaitTheEndOfAll(ConfigurableApplicationContext context) {
		JdbcClient jdbc = context.getBean(JdbcClient.class);
		Awaitility.await()
			.atMost(Patience.LONG)
			.until(() -> jdbc.sql("select count(*) from operation where ended_at is null")
				.query(Long.class)
				.single() == 0);
	}

}
