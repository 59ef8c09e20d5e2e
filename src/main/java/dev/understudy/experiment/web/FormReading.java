package dev.understudy.experiment.web;

import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;

import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

import dev.understudy.definition.Draft;

/**
 * Puts a draft into a form. Whatever a field can show stands in it, also what is wrong.
 */
final class FormReading {

	static final String VARIANTS = "/ModelVariants";

	static final String TAGS = "/Tags";

	static final String SHADOW_MODE = "ShadowMode";

	static final String REAL_TIME = "RealTimeInference";

	private final Draft draft;

	private final ZoneId zone;

	private FormReading(Draft draft, ZoneId zone) {
		this.draft = draft;
		this.zone = zone;
	}

	/** The form of a draft, with at least two rows of variants and one of tags. */
	static DraftForm form(Draft draft, ZoneId zone) {
		return new FormReading(draft, zone).form();
	}

	private DraftForm form() {
		List<VariantRow> variants = variants();
		String start = show(FormField.START);
		return new DraftForm(null, unless(SHADOW_MODE, FormField.TYPE), show(FormField.NAME),
				show(FormField.DESCRIPTION), show(FormField.ROLE), show(FormField.ENDPOINT), variants,
				unless(name(variants, 0), FormField.SOURCE), unless(name(variants, 1), FormField.SHADOW),
				show(FormField.SAMPLING), isStartSaid(start) ? DraftForm.LATER : DraftForm.NOW, start,
				show(FormField.END), this.zone.getId(), show(FormField.DESTINATION), show(FormField.CAPTURE_KEY),
				show(FormField.CSV_TYPES), show(FormField.JSON_TYPES), show(FormField.KEY), tags(), List.of());
	}

	/** An empty time is one that somebody still has to give. */
	private boolean isStartSaid(String shown) {
		return !shown.isEmpty() || this.draft.at(FormField.START.pointer()).isString();
	}

	private String show(FormField field) {
		return field.show(this.draft, this.zone);
	}

	/** A member that goes without saying while it has the expected value. */
	private @Nullable String unless(String expected, FormField field) {
		JsonNode value = this.draft.at(field.pointer());
		boolean said = value.isMissingNode() || (value.isString() && value.stringValue().equals(expected));
		return said ? null : show(field);
	}

	private static String name(List<VariantRow> variants, int row) {
		return Texts.orEmpty(variants.get(row).name());
	}

	private List<VariantRow> variants() {
		List<Integer> left = new ArrayList<>(IntStream.range(0, size(VARIANTS)).boxed().toList());
		String source = this.draft.productionVariant().orElse("");
		String shadow = this.draft.shadowVariant().orElse("");
		Integer second = take(left, shadow);
		Integer first = take(left, source);
		if (first == null) {
			first = left.isEmpty() ? null : left.removeFirst();
		}
		if (second == null) {
			second = left.isEmpty() ? null : left.removeFirst();
		}
		List<VariantRow> rows = new ArrayList<>();
		rows.add((first != null) ? variant(first) : VariantRow.BLANK);
		rows.add((second != null) ? variant(second) : VariantRow.BLANK);
		left.forEach((index) -> rows.add(variant(index)));
		return rows;
	}

	/** Takes out the first variant of a name, when there is a name. */
	private @Nullable Integer take(List<Integer> indices, String name) {
		for (Integer index : indices) {
			if (!name.isEmpty() && this.draft.text(VARIANTS + '/' + index + "/VariantName").orElse("").equals(name)) {
				indices.remove((Object) index);
				return index;
			}
		}
		return null;
	}

	private VariantRow variant(int index) {
		String pointer = VARIANTS + '/' + index;
		if (!this.draft.at(pointer).isObject()) {
			return new VariantRow(Integer.toString(index), Kind.text(this.draft.at(pointer)), "", null, "", "");
		}
		JsonNode infrastructure = this.draft.at(pointer + VariantField.INFRASTRUCTURE.pointer());
		boolean usual = infrastructure.isMissingNode() || REAL_TIME.equals(infrastructure.asString(""));
		return new VariantRow(Integer.toString(index), show(VariantField.NAME, pointer),
				show(VariantField.MODEL, pointer), usual ? null : show(VariantField.INFRASTRUCTURE, pointer),
				show(VariantField.INSTANCE_TYPE, pointer), show(VariantField.INSTANCE_COUNT, pointer));
	}

	private String show(VariantField field, String variant) {
		return field.show(this.draft, variant, this.zone);
	}

	private List<TagRow> tags() {
		List<TagRow> rows = IntStream.range(0, size(TAGS)).mapToObj(this::tag).toList();
		return rows.isEmpty() ? List.of(TagRow.BLANK) : rows;
	}

	private TagRow tag(int index) {
		JsonNode tag = this.draft.at(TAGS + '/' + index);
		return tag.isObject()
				? new TagRow(Integer.toString(index), Kind.text(tag.path("Key")), Kind.text(tag.path("Value")))
				: new TagRow(Integer.toString(index), Kind.text(tag), "");
	}

	private int size(String list) {
		JsonNode value = this.draft.at(list);
		return value.isArray() ? value.size() : 0;
	}

}
