package dev.understudy.definition;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

import org.jspecify.annotations.Nullable;

/**
 * A definition that is fit to be submitted: the request to create a shadow test, member
 * by member (AWS API: CreateInferenceExperiment). Cannot be invalid: it comes out of
 * {@link DefinitionCheck#check}, or is read back from where such a one was frozen. What
 * the definition leaves out is {@code null} here, or an empty list.
 */
public final class Definition {

	private final Draft draft;

	private final DefinitionReader reader;

	Definition(Draft draft) {
		this.draft = draft;
		this.reader = new DefinitionReader(draft);
	}

	/**
	 * Reads back what {@link #json()} wrote when it was frozen. Whatever does not depend
	 * on the moment or the target is checked again.
	 * @throws IllegalArgumentException if that was no definition
	 */
	public static Definition thaw(String json) {
		Draft draft = Draft.parse(json);
		Optional<Finding> damage = Timeless.findings(draft).stream().filter(Finding::forbids).findFirst();
		if (damage.isPresent()) {
			throw new IllegalArgumentException(
					"Not a definition: %s at '%s'".formatted(damage.get().rule(), damage.get().pointer()));
		}
		return new Definition(draft);
	}

	/**
	 * The canonical JSON: what is frozen, hashed and sent.
	 */
	public String json() {
		return CanonicalForm.of(this.draft);
	}

	/**
	 * SHA-256 of the canonical JSON, 64 hexadecimal digits.
	 */
	public String sha256() {
		return CanonicalForm.sha256(this.draft);
	}

	/**
	 * The definition as a draft, for display, comparison or another round of editing.
	 */
	public Draft draft() {
		return this.draft;
	}

	public String name() {
		return this.reader.text("/Name");
	}

	public @Nullable String description() {
		return this.reader.textOrNull("/Description");
	}

	public String roleArn() {
		return this.reader.text("/RoleArn");
	}

	public String endpointName() {
		return this.reader.text("/EndpointName");
	}

	/**
	 * The variants in the order given: production and shadow.
	 */
	public List<Variant> variants() {
		return this.reader.variants();
	}

	/**
	 * The name of the production variant.
	 */
	public String sourceVariant() {
		return this.reader.text("/ShadowModeConfig/SourceModelVariantName");
	}

	/**
	 * The name of the shadow variant.
	 */
	public String shadowVariant() {
		return this.reader.text(Draft.SHADOW + "/ShadowModelVariantName");
	}

	/**
	 * Percent of requests copied to the shadow, 1 to 100.
	 */
	public int samplingPercentage() {
		return this.reader.number(Draft.SHADOW + "/SamplingPercentage");
	}

	public @Nullable Schedule schedule() {
		return this.reader.schedule();
	}

	public @Nullable DataCapture dataCapture() {
		return this.reader.dataCapture();
	}

	public @Nullable String kmsKey() {
		return this.reader.textOrNull("/KmsKey");
	}

	/**
	 * The tags the user gave.
	 */
	public List<Tag> tags() {
		return this.reader.tags();
	}

	@Override
	public boolean equals(@Nullable Object other) {
		return other instanceof Definition that && json().equals(that.json());
	}

	@Override
	public int hashCode() {
		return json().hashCode();
	}

	@Override
	public String toString() {
		return json();
	}

	/**
	 * A model on instances of one type.
	 *
	 * @param variantName name within the endpoint
	 * @param modelName name of the SageMaker model
	 * @param instanceType such as {@code ml.m5.xlarge}
	 * @param instanceCount at least 1
	 */
	public record Variant(String variantName, String modelName, String instanceType, int instanceCount) {

	}

	/**
	 * When the test runs.
	 *
	 * @param start {@code null} for at once
	 * @param end {@code null} for 7 days after the start
	 */
	public record Schedule(@Nullable Instant start, @Nullable Instant end) {

		/**
		 * How long SageMaker lets a test run when nobody says (AWS API:
		 * InferenceExperimentSchedule).
		 */
		public static final Duration ASSUMED_LENGTH = Duration.ofDays(7);

		/** From where a test is too short for AWS's console. */
		public static final Duration SHORTEST = Duration.ofHours(1);

		/**
		 * The longest test that SageMaker takes (AWS API: InferenceExperimentSchedule).
		 */
		public static final Duration LONGEST = Duration.ofDays(30);

	}

	/**
	 * Where requests and responses are kept.
	 *
	 * @param destination URI of a place in S3
	 * @param kmsKey key to encrypt with
	 * @param csvContentTypes content types kept as CSV
	 * @param jsonContentTypes content types kept as JSON
	 */
	public record DataCapture(String destination, @Nullable String kmsKey, List<String> csvContentTypes,
			List<String> jsonContentTypes) {

		public DataCapture {
			csvContentTypes = List.copyOf(csvContentTypes);
			jsonContentTypes = List.copyOf(jsonContentTypes);
		}

	}

	/**
	 * A tag of the experiment.
	 *
	 * @param key unique, case-sensitive
	 * @param value may be empty
	 */
	public record Tag(String key, String value) {

	}

}
