package dev.understudy.sagemaker.aws;

import java.util.List;

import org.springframework.stereotype.Component;
import software.amazon.awssdk.services.kms.KmsClient;
import software.amazon.awssdk.services.kms.model.AliasListEntry;

import dev.understudy.sagemaker.Keys;
import dev.understudy.target.Target;

/**
 * The Key Management Service through AWS's SDK.
 */
@Component
class SdkKeys implements Keys {

	private static final int LARGEST_PAGE = 100;

	private final SdkClients clients;

	SdkKeys(SdkClients clients) {
		this.clients = clients;
	}

	@Override
	public List<String> aliases(Target target, int most) {
		KmsClient client = Refusals.sorted(() -> this.clients.keys(target));
		return Refusals.sorted(() -> client.listAliasesPaginator((request) -> request.limit(LARGEST_PAGE))
			.aliases()
			.stream()
			.filter((alias) -> alias.targetKeyId() != null)
			.map(AliasListEntry::aliasName)
			.limit(most)
			.toList());
	}

}
