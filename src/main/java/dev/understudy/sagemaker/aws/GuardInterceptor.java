package dev.understudy.sagemaker.aws;

import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;

import software.amazon.awssdk.core.interceptor.Context;
import software.amazon.awssdk.core.interceptor.ExecutionAttribute;
import software.amazon.awssdk.core.interceptor.ExecutionAttributes;
import software.amazon.awssdk.core.interceptor.ExecutionInterceptor;

import dev.understudy.sagemaker.SendGuard;

/**
 * Asks the guard of a request in the one hook that runs after signing.
 */
class GuardInterceptor implements ExecutionInterceptor {

	static final ExecutionAttribute<SendGuard> GUARD = new ExecutionAttribute<>("SendGuard");

	private static final DateTimeFormatter AMZ_DATE = DateTimeFormatter.ofPattern("yyyyMMdd'T'HHmmss'Z'")
		.withZone(ZoneOffset.UTC);

	@Override
	public void beforeTransmission(Context.BeforeTransmission context, ExecutionAttributes attributes) {
		SendGuard guard = attributes.getAttribute(GUARD);
		if (guard == null) {
			return;
		}
		String signedAt = context.httpRequest()
			.firstMatchingHeader("X-Amz-Date")
			.orElseThrow(
					() -> new ObjectedException(new SendGuard.Objection("not-signed", "The request is not signed")));
		guard.objection(AMZ_DATE.parse(signedAt, Instant::from)).ifPresent((objection) -> {
			throw new ObjectedException(objection);
		});
	}

}
