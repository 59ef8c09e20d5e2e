package dev.understudy.catalog;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import static org.assertj.core.api.Assertions.assertThat;

class DestinationTests {

	@ParameterizedTest
	@CsvSource({ "s3://acme/captures/x/, acme, captures/x/", "s3://acme, acme, ''", "' acme', acme, ''",
			"s3://, '', ''", "acme//x, acme, /x" })
	void whatIsTypedIsReadAsFarAsItGoes(String text, String bucket, String path) {
		assertThat(Destination.typed(text)).isEqualTo(new Destination(bucket, path));
	}

	@Test
	void choosingABucketKeepsThePath() {
		assertThat(Destination.typed("s3://ac/captures/x").in("acme")).hasToString("s3://acme/captures/x");
	}

	@ParameterizedTest
	@CsvSource({ "s3://acme/x, true", "s3://, false", "https://acme.s3.amazonaws.com/x, false", "acme, false" })
	void onlyTheAddressOfS3NamesABucket(String text, boolean named) {
		assertThat(Destination.namesABucket(text)).isEqualTo(named);
	}

}
