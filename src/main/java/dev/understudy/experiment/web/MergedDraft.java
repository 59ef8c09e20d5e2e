package dev.understudy.experiment.web;

import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

import org.jspecify.annotations.Nullable;

import dev.understudy.definition.Draft;

/**
 * What a form says as a draft, and where its rows went, so that findings about the draft
 * reach the fields of the form.
 *
 * @param draft the draft
 * @param variants for each row of variants its place in the draft, -1 for none
 * @param tags for each row of tags its place in the draft, -1 for none
 */
record MergedDraft(Draft draft, List<Integer> variants, List<Integer> tags) {

	private static final Pattern ROW = Pattern.compile("/(ModelVariants|Tags)/([0-9]{1,6})(/.*)?");

	MergedDraft {
		variants = List.copyOf(variants);
		tags = List.copyOf(tags);
	}

	/**
	 * The field that shows what is found at a pointer.
	 * @param pointer into the draft
	 * @param form the form the draft comes from
	 * @return the field's property path, or null if the form has no such field
	 */
	@Nullable String path(String pointer, DraftForm form) {
		Matcher row = ROW.matcher(pointer);
		if (row.matches()) {
			String rest = Texts.orEmpty(row.group(3));
			int index = Integer.parseInt(row.group(2));
			return row.group(1).equals("Tags") ? tag(this.tags.indexOf(index), rest)
					: variant(this.variants.indexOf(index), rest, form);
		}
		return switch (pointer) {
			case "/ModelVariants" -> named(0, form);
			case "/Tags" -> form.tags().isEmpty() ? null : "tags[0].key";
			case "/ShadowModeConfig", "/ShadowModeConfig/ShadowModelVariants",
					"/ShadowModeConfig/ShadowModelVariants/0" ->
				"sampling";
			case "/Schedule" -> "end";
			case "/DataStorageConfig" -> "destination";
			case "/DataStorageConfig/ContentType" -> "jsonTypes";
			default -> FormField.at(pointer).map((field) -> path(field, form)).orElse(null);
		};
	}

	/** A field that is not shown has its findings where it follows from. */
	private static @Nullable String path(FormField field, DraftForm form) {
		if (field.typed(form) != null) {
			return field.path();
		}
		return switch (field) {
			case SOURCE -> named(0, form);
			case SHADOW -> named(1, form);
			case START -> "startMode";
			case TYPE -> null;
			default -> field.path();
		};
	}

	/** The name of a variant; the endpoint's, where the form has no such row. */
	private static String named(int row, DraftForm form) {
		return (row < form.variants().size()) ? "variants[" + row + "].name" : FormField.ENDPOINT.path();
	}

	private static @Nullable String variant(int row, String rest, DraftForm form) {
		if (row < 0) {
			return null;
		}
		String path = "variants[" + row + "].";
		for (VariantField field : VariantField.values()) {
			if (rest.equals(field.pointer()) || rest.startsWith(field.pointer() + '/')) {
				return path + ((field.typed(form.variants().get(row)) != null) ? field.path() : "instanceType");
			}
		}
		return switch (rest) {
			case "" -> path + "name";
			case "/InfrastructureConfig", "/InfrastructureConfig/RealTimeInferenceConfig" -> path + "instanceType";
			default -> null;
		};
	}

	private static @Nullable String tag(int row, String rest) {
		if (row < 0) {
			return null;
		}
		return switch (rest) {
			case "", "/Key" -> "tags[" + row + "].key";
			case "/Value" -> "tags[" + row + "].value";
			default -> null;
		};
	}

}
