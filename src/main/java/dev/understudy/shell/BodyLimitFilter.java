package dev.understudy.shell;

import java.io.IOException;
import java.util.List;
import java.util.Locale;
import java.util.Objects;

import jakarta.servlet.FilterChain;
import jakarta.servlet.ReadListener;
import jakarta.servlet.ServletException;
import jakarta.servlet.ServletInputStream;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletRequestWrapper;
import jakarta.servlet.http.HttpServletResponse;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.core.Ordered;
import org.springframework.core.annotation.Order;
import org.springframework.http.HttpHeaders;
import org.springframework.http.MediaType;
import org.springframework.stereotype.Component;
import org.springframework.web.filter.OncePerRequestFilter;

/**
 * Reads no more of a body than what is sent there can need: for the API a definition of
 * 256 KB with its envelope, whether the length is announced or not; for pages a form of
 * that size, whose length browsers announce. Other addresses have a {@link BodyLimit}.
 */
@Component
@Order(Ordered.HIGHEST_PRECEDENCE + 10)
class BodyLimitFilter extends OncePerRequestFilter {

	static final int LIMIT = (256 + 16) * 1024;

	/** Percent signs make a form's text up to three times as long. */
	static final int FORM = 1024 * 1024;

	/** A form with files may have a text and a file of the longest. */
	static final int FILES = 2 * FORM;

	private final List<BodyLimit> limits;

	BodyLimitFilter(ObjectProvider<BodyLimit> limits) {
		this.limits = limits.orderedStream().toList();
	}

	@Override
	protected void doFilterInternal(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
			throws ServletException, IOException {
		if (ApiRequests.matches(request)) {
			api(request, response, chain, limit(request, LIMIT));
		}
		else {
			page(request, response, chain);
		}
	}

	private static void api(HttpServletRequest request, HttpServletResponse response, FilterChain chain, int limit)
			throws ServletException, IOException {
		if (request.getContentLengthLong() > limit) {
			ProblemWriter.write(response, new BodyTooLargeException(limit).problem());
			return;
		}
		chain.doFilter(new LimitedRequest(request, limit), response);
	}

	/** Tomcat reads forms by itself, so that their length has to be known before. */
	private void page(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
			throws ServletException, IOException {
		String type = Objects.requireNonNullElse(request.getContentType(), "").toLowerCase(Locale.ROOT);
		boolean files = type.startsWith(MediaType.MULTIPART_FORM_DATA_VALUE);
		boolean form = files || type.startsWith(MediaType.APPLICATION_FORM_URLENCODED_VALUE);
		if (form && request.getContentLengthLong() > limit(request, files ? FILES : FORM)) {
			response.sendError(HttpServletResponse.SC_REQUEST_ENTITY_TOO_LARGE);
		}
		else if (form && request.getHeader(HttpHeaders.TRANSFER_ENCODING) != null) {
			response.sendError(HttpServletResponse.SC_LENGTH_REQUIRED);
		}
		else {
			chain.doFilter(request, response);
		}
	}

	private int limit(HttpServletRequest request, int usual) {
		return this.limits.stream()
			.filter((limit) -> limit.isFor(request))
			.mapToInt(BodyLimit::bytes)
			.findFirst()
			.orElse(usual);
	}

	private static final class LimitedRequest extends HttpServletRequestWrapper {

		private final int limit;

		LimitedRequest(HttpServletRequest request, int limit) {
			super(request);
			this.limit = limit;
		}

		@Override
		public ServletInputStream getInputStream() throws IOException {
			return new LimitedStream(super.getInputStream(), this.limit);
		}

	}

	private static final class LimitedStream extends ServletInputStream {

		private final ServletInputStream stream;

		private final int limit;

		private long count;

		LimitedStream(ServletInputStream stream, int limit) {
			this.stream = stream;
			this.limit = limit;
		}

		@Override
		public int read() throws IOException {
			int value = this.stream.read();
			count((value < 0) ? 0 : 1);
			return value;
		}

		@Override
		public int read(byte[] bytes, int offset, int length) throws IOException {
			int read = this.stream.read(bytes, offset, length);
			count(Math.max(read, 0));
			return read;
		}

		private void count(int read) throws BodyTooLargeException {
			this.count += read;
			if (this.count > this.limit) {
				throw new BodyTooLargeException(this.limit);
			}
		}

		@Override
		public boolean isFinished() {
			return this.stream.isFinished();
		}

		@Override
		public boolean isReady() {
			return this.stream.isReady();
		}

		@Override
		public void setReadListener(ReadListener listener) {
			this.stream.setReadListener(listener);
		}

	}

}
