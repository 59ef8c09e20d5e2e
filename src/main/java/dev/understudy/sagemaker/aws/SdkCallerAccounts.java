package dev.understudy.sagemaker.aws;

import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;

import org.springframework.stereotype.Component;
import software.amazon.awssdk.auth.credentials.AwsCredentials;
import software.amazon.awssdk.regions.Region;
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

	private final Map<String, String> known = new ConcurrentHashMap<>();

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
			return this.known.computeIfAbsent(credentials.accessKeyId(), (it) -> ask(target));
		});
	}

	private String ask(Target target) {
		try (StsClient sts = StsClient.builder()
			.region(Region.of(target.region()))
			.credentialsProvider(this.access.credentials())
			.httpClient(this.clients.http())
			.build()) {
			return sts.getCallerIdentity().account();
		}
	}

}
