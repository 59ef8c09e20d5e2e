package dev.understudy.experiment.web;

import java.time.DateTimeException;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Objects;

import org.jspecify.annotations.Nullable;

/**
 * A draft as a browser sends it: text, whatever it means. Binding text to text cannot
 * fail. What the form does not show at all is null and is left as it is stored; a field
 * that is shown and blank is an absent member.
 *
 * @param target name of the target, only while the experiment is new
 * @param type the type, shown only where the stored one is wrong
 * @param name the name
 * @param description the description
 * @param role ARN of the execution role
 * @param endpoint the endpoint's name
 * @param variants the production variant, the shadow variant, and any further ones
 * @param sourceName the variant named as production, shown only where that is not the
 * name of the production variant
 * @param shadowName the variant named as shadow, shown only where that is not the name of
 * the shadow variant
 * @param sampling percent of requests that are copied
 * @param startMode {@code now} or {@code later}
 * @param start local date and time of the start
 * @param end local date and time of the end
 * @param zone the zone these times are in; UTC unless the browser knows better
 * @param destination place in S3 for captured requests
 * @param captureKey key that encrypts them
 * @param csvTypes content types captured as CSV
 * @param jsonTypes content types captured as JSON
 * @param key key that encrypts the instances' storage
 * @param tags the tags
 * @param dropped pointers to members without a field that are to be taken out
 */
record DraftForm(@Nullable String target, @Nullable String type, @Nullable String name, @Nullable String description,
		@Nullable String role, @Nullable String endpoint, List<VariantRow> variants, @Nullable String sourceName,
		@Nullable String shadowName, @Nullable String sampling, @Nullable String startMode, @Nullable String start,
		@Nullable String end, @Nullable String zone, @Nullable String destination, @Nullable String captureKey,
		@Nullable String csvTypes, @Nullable String jsonTypes, @Nullable String key, List<TagRow> tags,
		List<String> dropped) {

	static final String NOW = "now";

	static final String LATER = "later";

	DraftForm {
		variants = withoutGaps(variants);
		tags = withoutGaps(tags);
		dropped = withoutGaps(dropped);
	}

	/** The zone of the times; UTC where the form names none that exists. */
	public ZoneId zoneId() {
		try {
			return Texts.isBlank(this.zone) ? ZoneOffset.UTC : ZoneId.of(Objects.requireNonNull(this.zone));
		}
		catch (DateTimeException unknown) {
			return ZoneOffset.UTC;
		}
	}

	DraftForm withVariants(List<VariantRow> other) {
		return with(this.endpoint, other, this.tags);
	}

	DraftForm withTags(List<TagRow> other) {
		return with(this.endpoint, this.variants, other);
	}

	DraftForm withEnd(String other) {
		return new DraftForm(this.target, this.type, this.name, this.description, this.role, this.endpoint,
				this.variants, this.sourceName, this.shadowName, this.sampling, this.startMode, this.start, other,
				this.zone, this.destination, this.captureKey, this.csvTypes, this.jsonTypes, this.key, this.tags,
				this.dropped);
	}

	DraftForm withTarget(String other) {
		return new DraftForm(other, this.type, this.name, this.description, this.role, this.endpoint, this.variants,
				this.sourceName, this.shadowName, this.sampling, this.startMode, this.start, this.end, this.zone,
				this.destination, this.captureKey, this.csvTypes, this.jsonTypes, this.key, this.tags, this.dropped);
	}

	private DraftForm with(@Nullable String endpoint, List<VariantRow> variants, List<TagRow> tags) {
		return new DraftForm(this.target, this.type, this.name, this.description, this.role, endpoint, variants,
				this.sourceName, this.shadowName, this.sampling, this.startMode, this.start, this.end, this.zone,
				this.destination, this.captureKey, this.csvTypes, this.jsonTypes, this.key, tags, this.dropped);
	}

	/** A removed row leaves a hole, a form without rows has no list at all. */
	private static <T> List<T> withoutGaps(List<T> rows) {
		return (rows != null) ? rows.stream().filter(Objects::nonNull).toList() : List.of();
	}

}
