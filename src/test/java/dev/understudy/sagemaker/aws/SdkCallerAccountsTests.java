package dev.understudy.sagemaker.aws;

import java.time.Duration;
import java.util.List;

import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.mock.env.MockEnvironment;
import software.amazon.awssdk.auth.credentials.AwsBasicCredentials;
import software.amazon.awssdk.auth.credentials.StaticCredentialsProvider;
import software.amazon.awssdk.core.exception.SdkClientException;
import software.amazon.awssdk.services.sts.StsClient;
import software.amazon.awssdk.services.sts.model.GetCallerIdentityResponse;

import dev.understudy.sagemaker.SageMakerProperties;
import dev.understudy.sagemaker.SageMakerProperties.Mode;
import dev.understudy.sagemaker.SageMakerRefusal;
import dev.understudy.target.Target;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.mockito.BDDMockito.given;
import static org.mockito.Mockito.mock;
import static org.mockito.Mockito.times;
import static org.mockito.Mockito.verify;

class SdkCallerAccountsTests {

	private static final Target TARGET = new Target("test", "111122223333", "us-east-1", null, List.of());

	private final Access access = mock(Access.class);

	private final SdkClients clients = mock(SdkClients.class);

	private final StsClient sts = mock(StsClient.class);

	private final SdkCallerAccounts accounts = new SdkCallerAccounts(this.access, this.clients);

	@BeforeEach
	void answers() {
		given(this.clients.sts(TARGET)).willReturn(this.sts);
		given(this.sts.getCallerIdentity()).willReturn(account("111122223333"), account("444455556666"));
		credentials("one");
	}

	@Test
	void asksOnceForOneSetOfCredentials() {
		assertThat(this.accounts.accountFor(TARGET)).isEqualTo("111122223333");
		assertThat(this.accounts.accountFor(TARGET)).isEqualTo("111122223333");
		verify(this.sts).getCallerIdentity();
	}

	@Test
	void keepsOnlyWhatBelongsToTheCredentialsInUse() {
		this.accounts.accountFor(TARGET);
		credentials("two");
		assertThat(this.accounts.accountFor(TARGET)).isEqualTo("444455556666");
		credentials("one");
		this.accounts.accountFor(TARGET);
		verify(this.sts, times(3)).getCallerIdentity();
	}

	@Test
	void aFailureIsNotKept() {
		given(this.sts.getCallerIdentity()).willThrow(SdkClientException.create("Timed out"))
			.willReturn(account("111122223333"));
		assertThatExceptionOfType(SageMakerRefusal.class).isThrownBy(() -> this.accounts.accountFor(TARGET));
		assertThat(this.accounts.accountFor(TARGET)).isEqualTo("111122223333");
	}

	@Test
	void theCallIsBounded() {
		SageMakerProperties properties = new SageMakerProperties(Mode.SIMULATOR, null, Duration.ofSeconds(2),
				Duration.ofSeconds(3));
		SdkClients real = new SdkClients(properties, new Access(properties, new MockEnvironment()));
		try (StsClient client = real.sts(TARGET)) {
			assertThat(client.serviceClientConfiguration().overrideConfiguration().apiCallTimeout())
				.hasValue(Duration.ofSeconds(3));
		}
		finally {
			real.destroy();
		}
	}

	private void credentials(String accessKeyId) {
		given(this.access.credentials())
			.willReturn(StaticCredentialsProvider.create(AwsBasicCredentials.create(accessKeyId, "secret")));
	}

	private static GetCallerIdentityResponse account(String account) {
		return GetCallerIdentityResponse.builder().account(account).build();
	}

}
