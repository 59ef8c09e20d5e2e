package dev.understudy.browser;

import java.io.IOException;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicInteger;

import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import org.springframework.boot.test.context.TestConfiguration;
import org.springframework.context.annotation.Bean;
import org.springframework.core.Ordered;
import org.springframework.core.annotation.Order;
import org.springframework.web.filter.OncePerRequestFilter;

import dev.understudy.experiment.SqlCount;

/** How many SQL statements each page took that was asked for, the most it ever took. */
@TestConfiguration
class Costs {

	private final Map<String, Integer> statements = new ConcurrentHashMap<>();

	int of(String path) {
		return this.statements.get(path);
	}

	@Bean
	@Order(Ordered.HIGHEST_PRECEDENCE)
	OncePerRequestFilter statementsOfEachPage() {
		return new OncePerRequestFilter() {

			@Override
			protected void doFilterInternal(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
					throws ServletException, IOException {
				AtomicInteger count = new AtomicInteger();
				Exception[] thrown = new Exception[1];
				count.set(SqlCount.of(() -> {
					try {
						chain.doFilter(request, response);
					}
					catch (IOException | ServletException ex) {
						thrown[0] = ex;
					}
				}));
				if (request.getMethod().equals("GET")) {
					String query = (request.getQueryString() != null) ? "?" + request.getQueryString() : "";
					Costs.this.statements.merge(request.getRequestURI() + query, count.get(), Math::max);
				}
				if (thrown[0] instanceof IOException ex) {
					throw ex;
				}
				if (thrown[0] instanceof ServletException ex) {
					throw ex;
				}
			}
		};
	}

}
