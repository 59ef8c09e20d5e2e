package dev.understudy.experiment;

import java.lang.reflect.InvocationHandler;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Proxy;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;

import javax.sql.DataSource;

import org.springframework.beans.factory.config.BeanPostProcessor;
import org.springframework.boot.test.context.TestConfiguration;
import org.springframework.context.annotation.Bean;
import org.springframework.jdbc.datasource.DelegatingDataSource;

/**
 * Notes the statements that the current thread executes, with their values in place.
 */
@TestConfiguration
class SqlSaid {

	private static final ThreadLocal<List<String>> SAID = ThreadLocal.withInitial(ArrayList::new);

	@Bean
	static BeanPostProcessor listeningDataSource() {
		return new BeanPostProcessor() {

			@Override
			public Object postProcessAfterInitialization(Object bean, String name) {
				return (bean instanceof DataSource source && name.equals("dataSource")) ? new Listening(source) : bean;
			}

		};
	}

	/** What some work says to the database. */
	static List<String> by(Runnable work) {
		SAID.get().clear();
		work.run();
		return List.copyOf(SAID.get());
	}

	private static Object call(Object target, java.lang.reflect.Method method, Object[] arguments) throws Throwable {
		try {
			return method.invoke(target, arguments);
		}
		catch (InvocationTargetException ex) {
			throw ex.getCause();
		}
	}

	private static <T> T proxy(Class<T> type, InvocationHandler handler) {
		return type.cast(Proxy.newProxyInstance(SqlSaid.class.getClassLoader(), new Class<?>[] { type }, handler));
	}

	private static final class Listening extends DelegatingDataSource {

		Listening(DataSource source) {
			super(source);
		}

		@Override
		public Connection getConnection() throws SQLException {
			Connection connection = super.getConnection();
			return proxy(Connection.class, (_, method, arguments) -> {
				Object answer = call(connection, method, arguments);
				return (answer instanceof PreparedStatement statement) ? listening(statement) : answer;
			});
		}

		private static PreparedStatement listening(PreparedStatement statement) {
			return proxy(PreparedStatement.class, (_, method, arguments) -> {
				if (method.getName().startsWith("execute")) {
					// The driver's statement prints itself with its values.
					SAID.get()
						.add(statement.unwrap(PreparedStatement.class)
							.toString()
							.replaceFirst("(?s)^.* wrapping ", ""));
				}
				return call(statement, method, arguments);
			});
		}

	}

}
