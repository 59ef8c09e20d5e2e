package dev.understudy.experiment;

import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Proxy;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;

import javax.sql.DataSource;

import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.config.BeanPostProcessor;
import org.springframework.boot.test.context.TestConfiguration;
import org.springframework.context.annotation.Bean;
import org.springframework.jdbc.datasource.DelegatingDataSource;

/**
 * Counts the statements that some work prepares, by its own thread and by those it starts
 * to look at several things at once.
 */
@TestConfiguration
public class SqlCount {

	/** Names of threads that do what is asked for by the way, for whoever comes next. */
	private static final List<String> BY_THE_WAY = List.of("opened-", "catalog-");

	private static final ThreadLocal<@Nullable AtomicInteger> COUNT = new InheritableThreadLocal<>();

	@Bean
	static BeanPostProcessor countingDataSource() {
		return new BeanPostProcessor() {

			@Override
			public Object postProcessAfterInitialization(Object bean, String name) {
				return (bean instanceof DataSource source && name.equals("dataSource")) ? new Counting(source) : bean;
			}

		};
	}

	/**
	 * How many statements some work takes.
	 */
	public static int of(Runnable work) {
		AtomicInteger count = begin();
		try {
			work.run();
		}
		finally {
			end();
		}
		return count.get();
	}

	/**
	 * Begins to count what this thread does.
	 * @return the number so far
	 */
	public static AtomicInteger begin() {
		AtomicInteger count = new AtomicInteger();
		COUNT.set(count);
		return count;
	}

	public static void end() {
		COUNT.remove();
	}

	private static void count() {
		AtomicInteger count = COUNT.get();
		if (count != null && BY_THE_WAY.stream().noneMatch(Thread.currentThread().getName()::startsWith)) {
			count.incrementAndGet();
		}
	}

	private static final class Counting extends DelegatingDataSource {

		Counting(DataSource source) {
			super(source);
		}

		@Override
		public Connection getConnection() throws SQLException {
			Connection connection = super.getConnection();
			return (Connection) Proxy.newProxyInstance(SqlCount.class.getClassLoader(),
					new Class<?>[] { Connection.class }, (proxy, method, arguments) -> {
						if (method.getName().startsWith("prepare")) {
							count();
						}
						try {
							return method.invoke(connection, arguments);
						}
						catch (InvocationTargetException ex) {
							throw ex.getCause();
						}
					});
		}

	}

}
