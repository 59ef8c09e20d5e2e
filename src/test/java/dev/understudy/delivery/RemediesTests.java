package dev.understudy.delivery;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import dev.understudy.sagemaker.SageMakerRefusal;
import dev.understudy.sagemaker.SageMakerRefusal.Kind;

import static org.assertj.core.api.Assertions.assertThat;
import static org.mockito.BDDMockito.given;
import static org.mockito.Mockito.mock;

class RemediesTests {

	private final Operation operation = mock(Operation.class);

	RemediesTests() {
		given(this.operation.region()).willReturn("eu-nowhere-1");
		given(this.operation.target()).willReturn("emea");
	}

	@ParameterizedTest
	@CsvSource(delimiter = '|', textBlock = """
			DENIED      | request | PERMISSION  | Allow sagemaker:ListTags to the role
			CREDENTIALS | request | CREDENTIALS | Renew them
			CREDENTIALS |         | CREDENTIALS | Provide them by environment, profile or the role
			SIGNATURE   | request | CREDENTIALS | Set this machine's clock right
			UNREACHABLE |         | TIME        | Check region eu-nowhere-1 of target 'emea'
			THROTTLED   | request | TIME        | It is tried again
			UNAVAILABLE | request | TIME        | It is looked at again
			NO_ANSWER   |         | TIME        | It is looked at again
			""")
	void nameWhatHelpsAndWhoCanHelp(Kind kind, String requestId, WaitingFor.Kind waitsFor, String remedy) {
		WaitingFor waitingFor = Remedies.of(new SageMakerRefusal(kind, "Code", "Words of AWS", requestId, null),
				"sagemaker:ListTags", this.operation);
		assertThat(waitingFor.kind()).isEqualTo(waitsFor);
		assertThat(waitingFor.message()).contains("Words of AWS", remedy);
	}

}
