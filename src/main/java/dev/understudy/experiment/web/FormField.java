package dev.understudy.experiment.web;

import java.time.ZoneId;
import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;
import java.util.function.Function;

import org.jspecify.annotations.Nullable;

import dev.understudy.definition.Draft;

/**
 * The fields that stand once in the form: each with its name there, the member of the
 * definition it writes, and how.
 */
enum FormField {

	TYPE("type", "/Type", Kind.TEXT, DraftForm::type),

	NAME("name", "/Name", Kind.TEXT, DraftForm::name),

	DESCRIPTION("description", "/Description", Kind.TEXT, DraftForm::description),

	ROLE("role", "/RoleArn", Kind.TEXT, DraftForm::role),

	ENDPOINT("endpoint", "/EndpointName", Kind.TEXT, DraftForm::endpoint),

	SOURCE("sourceName", "/ShadowModeConfig/SourceModelVariantName", Kind.TEXT, DraftForm::sourceName),

	SHADOW("shadowName", "/ShadowModeConfig/ShadowModelVariants/0/ShadowModelVariantName", Kind.TEXT,
			DraftForm::shadowName),

	SAMPLING("sampling", "/ShadowModeConfig/ShadowModelVariants/0/SamplingPercentage", Kind.NUMBER,
			DraftForm::sampling),

	START("start", "/Schedule/StartTime", Kind.TIME, DraftForm::start),

	END("end", "/Schedule/EndTime", Kind.TIME, DraftForm::end),

	DESTINATION("destination", "/DataStorageConfig/Destination", Kind.TEXT, DraftForm::destination),

	CAPTURE_KEY("captureKey", "/DataStorageConfig/KmsKey", Kind.TEXT, DraftForm::captureKey),

	CSV_TYPES("csvTypes", "/DataStorageConfig/ContentType/CsvContentTypes", Kind.LIST, DraftForm::csvTypes),

	JSON_TYPES("jsonTypes", "/DataStorageConfig/ContentType/JsonContentTypes", Kind.LIST, DraftForm::jsonTypes),

	KEY("key", "/KmsKey", Kind.TEXT, DraftForm::key);

	private final String path;

	private final String pointer;

	private final Kind kind;

	private final Function<DraftForm, @Nullable String> typed;

	FormField(String path, String pointer, Kind kind, Function<DraftForm, @Nullable String> typed) {
		this.path = path;
		this.pointer = pointer;
		this.kind = kind;
		this.typed = typed;
	}

	/** The field whose member lies at a pointer or around it. */
	static Optional<FormField> at(String pointer) {
		return Arrays.stream(values())
			.filter((field) -> pointer.equals(field.pointer) || pointer.startsWith(field.pointer + '/'))
			.findFirst();
	}

	String path() {
		return this.path;
	}

	/** Message key of its label. */
	String label() {
		return "draft." + this.path.replaceAll("([A-Z])", "-$1").toLowerCase(Locale.ROOT);
	}

	String pointer() {
		return this.pointer;
	}

	Kind kind() {
		return this.kind;
	}

	/** What stands in the field of a form; null if the form does not have the field. */
	@Nullable String typed(DraftForm form) {
		return this.typed.apply(form);
	}

	/** What a draft puts into the field. */
	String show(Draft draft, ZoneId zone) {
		return this.kind.show(draft, this.pointer, zone);
	}

}
