package dev.understudy.sagemaker.aws;

import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import software.amazon.awssdk.auth.credentials.AwsCredentials;
import software.amazon.awssdk.services.sts.StsClient;

import dev.understudy.sagemaker.CallerAccounts;
import dev.understudy.target.Target;

/**
 * Asks AWS whose credentials these are. The simulator is every target's own account.
 */
@Component
class SdkCallerAccounts implements CallerAccounts {

	private final Access access;

	private final SdkClients clients;

	private volatile @Nullable Known known;

	SdkCallerAccounts(Access access, SdkClients clients) {
		this.access = access;
		this.clients = clients;
	}

	@Override
	public String accountFor(Target target) {
		if (this.access.isSimulated()) {
			return target.account();
		}
		return Refusals.sorted(() -> {
			AwsCredentials credentials = this.access.credentials().resolveCredentials();
			Known current = this.known;
			if (current == null || !current.accessKeyId().equals(credentials.accessKeyId())) {
				current = new Known(credentials.accessKeyId(), ask(target));
				this.known = current;
			}
			return current.account();
		});
	}

	private String ask(Target target) {
		try (StsClient sts = this.clients.sts(target)) {
			return sts.getCallerIdentity().account();
		}
	}

	// Whoever asks at the same time asks twice, but nobody waits for somebody else's
	// call.
	private record Known(String accessKeyId, String account) {

	}

}
