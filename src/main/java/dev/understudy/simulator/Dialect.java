package dev.understudy.simulator;

import java.io.IOException;

import jakarta.servlet.http.HttpServletRequest;

/**
 * How a service of AWS writes requests and answers. Behind it there is one protocol.
 */
interface Dialect {

	/** What the headers say, with the operation as {@code X-Amz-Target} names it. */
	RequestHead head(HttpServletRequest request);

	/** The input as JSON, at most so many bytes of it. */
	byte[] input(HttpServletRequest request, int most) throws IOException;

	String contentType();

	/** The header an answer carries its request id in. */
	String identifiedBy();

	/** The answer's body in this dialect. */
	String write(Answer answer, String requestId);

}
