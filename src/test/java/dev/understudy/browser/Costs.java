package dev.understudy.browser;

import java.io.IOException;
import java.util.Map;
import java.util.TreeMap;
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

/**
 * How many SQL statements each page took that was asked for, and each part that pages ask
 * for by themselves: the most it took since somebody began to count.
 */
@TestConfiguration
class Costs {

	private final Map<String, Integer> statements = new ConcurrentHashMap<>();

	void begin() {
		this.statements.clear();
	}

	/** Those that took more than some number. */
	Map<String, Integer> above(int most) {
		Map<String, Integer> above = new TreeMap<>(this.statements);
		above.values().removeIf((count) -> count <= most);
		return above;
	}

	@Bean
	@Order(Ordered.HIGHEST_PRECEDENCE)
	OncePerRequestFilter statementsOfEachPage() {
		return new OncePerRequestFilter() {

			@Override
			protected boolean shouldNotFilter(HttpServletRequest request) {
				return !request.getMethod().equals("GET");
			}

			@Override
			protected void doFilterInternal(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
					throws ServletException, IOException {
				String query = (request.getQueryString() != null) ? "?" + request.getQueryString() : "";
				AtomicInteger count = SqlCount.begin();
				try {
					chain.doFilter(request, response);
				}
				finally {
					SqlCount.end();
					Costs.this.statements.merge(request.getRequestURI() + query, count.get(), Math::max);
				}
			}
		};
	}

}
