package dev.understudy.exchange;

import java.util.Locale;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * What a definition can be exported as.
 */
public enum Format {

	/** A command of the AWS CLI. */
	CLI("application/x-sh", ".sh", Purpose.CREATES, new CliForm()),

	/** What the AWS CLI takes as <code>--cli-input-json</code>. */
	JSON("application/json", ".json", Purpose.TELLS, new JsonForm()),

	/** What the AWS CLI takes as <code>--cli-input-yaml</code>. */
	YAML("application/yaml", ".yaml", Purpose.TELLS, new YamlForm()),

	/** A Python program. */
	BOTO3("text/x-python", ".py", Purpose.CREATES, new Boto3Form()),

	/** A template with one resource. */
	CLOUDFORMATION("application/yaml", ".cloudformation.yaml", Purpose.DECLARES, new CloudFormationForm()),

	/** A configuration with one resource of the provider awscc. */
	TERRAFORM("text/plain", ".tf", Purpose.DECLARES, new TerraformForm()),

	/** A request to this installation's API. */
	CURL("application/x-sh", ".curl.sh", Purpose.TELLS, new CurlForm());

	private final String mediaType;

	private final String suffix;

	private final Purpose purpose;

	private final Form form;

	Format(String mediaType, String suffix, Purpose purpose, Form form) {
		this.mediaType = mediaType;
		this.suffix = suffix;
		this.purpose = purpose;
		this.form = form;
	}

	/**
	 * As it stands in addresses.
	 */
	public String id() {
		return name().toLowerCase(Locale.ROOT);
	}

	/**
	 * The format of that id, if there is one.
	 */
	public static Optional<Format> of(String id) {
		return Stream.of(values()).filter((format) -> format.id().equals(id)).findFirst();
	}

	/**
	 * The media type of the text, which is in UTF-8.
	 */
	public String mediaType() {
		return this.mediaType;
	}

	Purpose purpose() {
		return this.purpose;
	}

	Form form() {
		return this.form;
	}

	/**
	 * The name of a file with an experiment of that name, which may be any text.
	 */
	String fileName(String name) {
		String safe = name.replaceAll("[^a-zA-Z0-9]+", "-").replaceAll("^-|-$", "");
		return (safe.isEmpty() ? "experiment" : safe.substring(0, Math.min(safe.length(), 120))) + this.suffix;
	}

	/** What an export is good for, which decides what has to be left out. */
	enum Purpose {

		/** Says what the definition is. */
		TELLS,
		/** Creates the experiment when it is run. */
		CREATES,
		/** Creates it by the schema of CloudFormation. */
		DECLARES

	}

}
