package dev.understudy.experiment.web;

import java.util.ArrayList;
import java.util.List;

import org.jspecify.annotations.Nullable;

import dev.understudy.experiment.Choices.EndpointChoice;
import dev.understudy.experiment.Choices.VariantFacts;
import dev.understudy.experiment.FormChoices.Offer;

/**
 * What the buttons beside rows ask for, one at a time.
 *
 * @param addTag not null to add a row for a tag
 * @param removeTag the row to remove
 * @param addVariant not null to add a row for a variant
 * @param removeVariant the row to remove
 * @param fillProduction not null to take the production variant from the endpoint, and
 * the shadow variant's instances where nothing was said about them
 * @param offer {@code again} to have what is offered read again, {@code zones} to be
 * offered all time zones
 */
record FormRows(@Nullable String addTag, @Nullable Integer removeTag, @Nullable String addVariant,
		@Nullable Integer removeVariant, @Nullable String fillProduction, @Nullable String offer) {

	/** The form as it is after that. */
	DraftForm apply(DraftForm form, Offer offer) {
		if (this.addTag != null) {
			return form.withTags(added(form.tags(), TagRow.BLANK));
		}
		if (this.removeTag != null) {
			List<TagRow> left = removed(form.tags(), this.removeTag);
			return form.withTags(left.isEmpty() ? List.of(TagRow.BLANK) : left);
		}
		if (this.addVariant != null) {
			return form.withVariants(added(form.variants(), VariantRow.BLANK));
		}
		if (this.removeVariant != null) {
			return form.withVariants(withoutVariant(form.variants(), this.removeVariant));
		}
		return (this.fillProduction != null) ? filled(form, offer) : form;
	}

	/** Whether what is offered is to be read again. */
	boolean isRenewal() {
		return "again".equals(this.offer);
	}

	/** Whether every time zone is to be offered. */
	boolean wantsEveryZone() {
		return "zones".equals(this.offer);
	}

	/** The field to go on with. */
	@Nullable String focus(DraftForm form) {
		if (this.addTag != null || this.removeTag != null) {
			return "tags[" + (form.tags().size() - 1) + "].key";
		}
		if (this.addVariant != null || this.removeVariant != null) {
			return "variants[" + (form.variants().size() - 1) + "].name";
		}
		return (this.fillProduction != null) ? "variants[0].name" : null;
	}

	private static <T> List<T> added(List<T> rows, T blank) {
		List<T> more = new ArrayList<>(rows);
		more.add(blank);
		return more;
	}

	private static <T> List<T> removed(List<T> rows, int row) {
		List<T> left = new ArrayList<>(rows);
		if (row >= 0 && row < left.size()) {
			left.remove(row);
		}
		return left;
	}

	/** Without the first row the shadow would turn into production, so it is emptied. */
	private static List<VariantRow> withoutVariant(List<VariantRow> rows, int row) {
		List<VariantRow> left = new ArrayList<>(removed(rows, row));
		if (row == 0) {
			left.addFirst(VariantRow.BLANK);
		}
		return left;
	}

	private static DraftForm filled(DraftForm form, Offer offer) {
		EndpointChoice chosen = offer.endpoint(form.endpoint());
		VariantFacts facts = (chosen != null) ? chosen.production() : null;
		if (facts == null) {
			return form;
		}
		List<VariantRow> rows = new ArrayList<>(form.variants());
		VariantRow production = rows.isEmpty() ? VariantRow.BLANK : rows.removeFirst();
		VariantRow shadow = rows.isEmpty() ? VariantRow.BLANK : rows.removeFirst();
		rows.addFirst(shadow.completed(facts));
		rows.addFirst(production.filled(facts));
		return form.withVariants(rows);
	}

}
