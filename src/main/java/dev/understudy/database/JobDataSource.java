package dev.understudy.database;

import javax.sql.DataSource;

import com.github.kagkarlsson.scheduler.SchedulerClient;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.jdbc.datasource.TransactionAwareDataSourceProxy;

/**
 * Lets db-scheduler's statements take part in the caller's transaction.
 */
@Configuration(proxyBeanMethods = false)
class JobDataSource {

	private final DataSource proxy;

	JobDataSource(DataSource dataSource) {
		this.proxy = new TransactionAwareDataSourceProxy(dataSource);
	}

	DataSource proxy() {
		return this.proxy;
	}

	@Bean
	SchedulerClient schedulerClient() {
		return SchedulerClient.Builder.create(this.proxy).enablePriority().build();
	}

}
