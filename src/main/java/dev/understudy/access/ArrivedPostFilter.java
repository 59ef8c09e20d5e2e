package dev.understudy.access;

import java.io.IOException;

import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import org.springframework.http.HttpStatus;
import org.springframework.web.filter.OncePerRequestFilter;

/**
 * Forgets an interrupted form once it has arrived after all. Stands behind authorization.
 */
class ArrivedPostFilter extends OncePerRequestFilter {

	private final InterruptedPosts posts;

	ArrivedPostFilter(InterruptedPosts posts) {
		this.posts = posts;
	}

	@Override
	protected void doFilterInternal(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
			throws ServletException, IOException {
		chain.doFilter(request, response);
		if ("POST".equals(request.getMethod()) && !HttpStatus.valueOf(response.getStatus()).is5xxServerError()) {
			this.posts.arrived(request);
		}
	}

}
