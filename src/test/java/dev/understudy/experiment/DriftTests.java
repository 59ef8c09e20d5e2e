package dev.understudy.experiment;

import java.util.List;
import java.util.regex.Pattern;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import dev.understudy.definition.Change;
import dev.understudy.definition.Draft;

import static org.assertj.core.api.Assertions.assertThat;

class DriftTests {

	private static final String DESCRIBED = """
			{"Name": "a", "Description": "first", "RoleArn": "arn:role", "KmsKey": "key",
			 "Schedule": {"StartTime": "2026-12-01T08:00:00Z", "EndTime": "2026-12-08T08:00:00.250Z"},
			 "ModelVariants": [{"VariantName": "production", "ModelName": "v6"}, {"VariantName": "shadow", "ModelName": "v7"}],
			 "DataStorageConfig": {"Destination": "s3://there", "ContentType": {"JsonContentTypes": ["a/b", "c/d"]}},
			 "ShadowModeConfig": {"SourceModelVariantName": "production",
			  "ShadowModelVariants": [{"ShadowModelVariantName": "shadow", "SamplingPercentage": 40}]}}""";

	@ParameterizedTest
	@ValueSource(strings = { "\"Name\": \"a\"=\"Name\": \"b\"", "arn:role=arn:other", "\"KmsKey\": \"key\",=",
			"08:00:00.250Z=08:00:00Z", "08:00:00Z=08:00:00.999Z",
			"{\"VariantName\": \"production\", \"ModelName\": \"v6\"}, {\"VariantName\": \"shadow\", \"ModelName\": \"v7\"}="
					+ "{\"VariantName\": \"shadow\", \"ModelName\": \"v7\"}, {\"VariantName\": \"production\", \"ModelName\": \"v6\"}",
			"\"a/b\", \"c/d\"=\"c/d\", \"a/b\"", "\"JsonContentTypes\"=\"CsvContentTypes\": [], \"JsonContentTypes\"" })
	void isNotWhatNobodyCanChangeOrWhatMeansTheSame(String change) {
		assertThat(changed(change)).isEmpty();
	}

	@Test
	void isAValueThatIsAnother() {
		assertThat(changed("40=60")).extracting(Object::toString)
			.containsExactly(
					"Change[pointer=/ShadowModeConfig/ShadowModelVariants/0/SamplingPercentage, before=40, after=60]");
		assertThat(changed("12-08T08:00:00=12-09T08:00:00")).extracting(Change::pointer)
			.containsExactly("/Schedule/EndTime");
	}

	@Test
	void isAValueThatCameOrWent() {
		assertThat(changed("\"Description\": \"first\",=")).singleElement().satisfies((change) -> {
			assertThat(change.pointer()).isEqualTo("/Description");
			assertThat(change.before().stringValue()).isEqualTo("first");
			assertThat(change.after()).isNull();
		});
		assertThat(Drift.between(Known.read("{}"), Known.read("{\"Description\": \"new\"}"))).singleElement()
			.satisfies((change) -> assertThat(change.before()).isNull());
		assertThat(Drift.between(Known.read("{}"), Known.read("{\"Description\": \"\"}"))).isEmpty();
	}

	@Test
	void countsItemsAsTheyAreKnownAndWhatIsNewAfterThem() {
		assertThat(changed("\"a/b\", \"c/d\"=\"c/d\", \"e/f\"")).extracting(Change::pointer)
			.containsExactly("/DataStorageConfig/ContentType/JsonContentTypes/0",
					"/DataStorageConfig/ContentType/JsonContentTypes/2");
		assertThat(changed("\"shadow\", \"ModelName\": \"v7\"=\"shadow\", \"ModelName\": \"v8\"")).singleElement()
			.extracting(Change::pointer)
			.isEqualTo("/ModelVariants/1/ModelName");
	}

	@Test
	void saysEveryMemberOfWhatCameWhole() {
		String without = DESCRIBED.replaceAll("(?s)\"DataStorageConfig.*\"c/d\"]}},", "");
		assertThat(Drift.between(Known.read(without), Known.read(DESCRIBED))).extracting(Change::pointer)
			.containsExactly("/DataStorageConfig/Destination", "/DataStorageConfig/ContentType/JsonContentTypes/0",
					"/DataStorageConfig/ContentType/JsonContentTypes/1");
	}

	private static List<Change> changed(String change) {
		String[] parts = change.split("=", 2);
		assertThat(DESCRIBED).contains(parts[0]);
		return Drift.between(Draft.parse(DESCRIBED).document(),
				Draft.parse(DESCRIBED.replaceFirst(Pattern.quote(parts[0]), parts[1])).document());
	}

}
