package dev.understudy.experiment.web;

import java.time.ZoneId;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;

import dev.understudy.definition.Draft;

/**
 * Writes a form into the draft it was made from. Only what somebody changed is touched:
 * wrong values, unknown members and other spellings stay as they are. What goes without
 * saying is filled in: the type, and that the variants are called what their rows say.
 */
final class FormMerge {

	private static final JsonNodeFactory NODES = JsonNodeFactory.instance;

	private final DraftForm form;

	private final DraftForm before;

	private final ZoneId zone;

	private final Document document;

	private FormMerge(DraftForm form, Draft base) {
		this.form = form;
		this.zone = form.zoneId();
		this.before = FormReading.form(base, this.zone);
		this.document = new Document(base.document());
	}

	/**
	 * Merges.
	 * @param form the form as sent
	 * @param base the draft the form was made from
	 * @return the draft as it is to be
	 * @throws dev.understudy.definition.UnstorableText if it holds what cannot be stored
	 */
	static MergedDraft merge(DraftForm form, Draft base) {
		return new FormMerge(form, base).merge();
	}

	/**
	 * Where the rows of a form would go that holds what cannot be stored.
	 */
	static MergedDraft places(DraftForm form, Draft base) {
		FormMerge merge = new FormMerge(form, base);
		return new MergedDraft(base, merge.variants(), merge.tags());
	}

	private MergedDraft merge() {
		for (FormField field : FormField.values()) {
			merge(field);
		}
		this.form.dropped().stream().sorted(Comparator.reverseOrder()).forEach(this.document::drop);
		List<Integer> variants = this.form.variants().isEmpty() ? List.of() : variants();
		List<Integer> tags = this.form.tags().isEmpty() ? List.of() : tags();
		follow(FormField.TYPE, FormReading.SHADOW_MODE, FormReading.SHADOW_MODE);
		follow(FormField.SOURCE, name(this.before, 0), name(this.form, 0));
		follow(FormField.SHADOW, name(this.before, 1), name(this.form, 1));
		return new MergedDraft(new Draft(this.document.root()), variants, tags);
	}

	private void merge(FormField field) {
		String shown = Texts.orEmpty(field.typed(this.before));
		String typed = field.typed(this.form);
		if (field == FormField.START && isStartTakenBack(shown, typed)) {
			this.document.put(field.pointer(), null);
		}
		else if (field == FormField.START && isStartMissing(typed)) {
			this.document.put(field.pointer(), NODES.stringNode(""));
		}
		else if (typed != null && !field.kind().isSame(typed, shown)) {
			this.document.put(field.pointer(), field.kind().readOrNull(typed, this.zone));
		}
	}

	/** A time typed just now counts, whatever the choice beside it says. */
	private boolean isStartTakenBack(String shown, @Nullable String typed) {
		return DraftForm.NOW.equals(this.form.startMode()) && DraftForm.LATER.equals(this.before.startMode())
				&& (typed == null || FormField.START.kind().isSame(typed, shown));
	}

	/** Whoever wants it later and says no time does not want it at once. */
	private boolean isStartMissing(@Nullable String typed) {
		return DraftForm.LATER.equals(this.form.startMode()) && typed != null && typed.isBlank();
	}

	/**
	 * Fills in a member without a field of its own that is missing or has the old value.
	 */
	private void follow(FormField field, @Nullable String before, @Nullable String now) {
		JsonNode value = this.document.at(field.pointer());
		boolean old = value.isString() && value.stringValue().equals(before) && !value.stringValue().equals(now);
		if (now != null && (old || this.document.isFree(field.pointer()))) {
			this.document.put(field.pointer(), now.isBlank() ? null : NODES.stringNode(now.strip()));
		}
	}

	private static @Nullable String name(DraftForm form, int row) {
		if (form.variants().isEmpty()) {
			return null;
		}
		return (row < form.variants().size()) ? Texts.orEmpty(form.variants().get(row).name()) : "";
	}

	private List<Integer> variants() {
		RowMerge rows = new RowMerge(this.document.at(FormReading.VARIANTS));
		for (VariantRow row : this.form.variants()) {
			rows.add(row.origin(), row.isBlank(), (stored) -> variant(row, stored));
		}
		return rows.into(this.document, FormReading.VARIANTS);
	}

	private JsonNode variant(VariantRow row, JsonNode stored) {
		VariantRow shown = this.before.variants()
			.stream()
			.filter((other) -> other.origin() != null && other.origin().equals(row.origin()))
			.findFirst()
			.orElse(VariantRow.BLANK);
		List<VariantField> changed = new ArrayList<>();
		for (VariantField field : VariantField.values()) {
			String typed = field.typed(row);
			if (typed != null && !typed.equals(Texts.orEmpty(field.typed(shown)))) {
				changed.add(field);
			}
		}
		if (!stored.isObject() && changed.isEmpty() && !stored.isMissingNode()) {
			return stored;
		}
		Document variant = new Document((stored instanceof ObjectNode object) ? object : NODES.objectNode());
		for (VariantField field : stored.isObject() ? changed : List.of(VariantField.values())) {
			variant.put(field.pointer(), field.kind().readOrNull(Texts.orEmpty(field.typed(row)), this.zone));
		}
		if (!row.isBlank() && variant.isFree(VariantField.INFRASTRUCTURE.pointer())) {
			variant.put(VariantField.INFRASTRUCTURE.pointer(), NODES.stringNode(FormReading.REAL_TIME));
		}
		return variant.root();
	}

	private List<Integer> tags() {
		RowMerge rows = new RowMerge(this.document.at(FormReading.TAGS));
		for (TagRow row : this.form.tags()) {
			rows.add(row.origin(), row.isBlank(), (stored) -> tag(row, stored));
		}
		return rows.into(this.document, FormReading.TAGS);
	}

	/** A tag always has a value, which may be empty. */
	private static JsonNode tag(TagRow row, JsonNode stored) {
		String key = Texts.orEmpty(row.key());
		String value = Texts.orEmpty(row.value());
		if (!stored.isMissingNode() && !stored.isObject() && key.equals(Kind.text(stored)) && value.isEmpty()) {
			return stored;
		}
		ObjectNode tag = (stored instanceof ObjectNode object) ? object : NODES.objectNode();
		if (!key.equals(Kind.text(tag.path("Key")))) {
			tag.remove("Key");
			if (!key.isBlank()) {
				tag.put("Key", key.strip());
			}
		}
		if (!tag.has("Value") ? !row.isBlank() : !value.equals(Kind.text(tag.path("Value")))) {
			tag.put("Value", value.strip());
		}
		return tag;
	}

}
