package dev.understudy.experiment;

import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Stream;

import jakarta.persistence.Column;
import jakarta.persistence.Embeddable;
import org.hibernate.annotations.JdbcTypeCode;
import org.hibernate.type.SqlTypes;

/**
 * Words that people here sort experiments by. They are ours, not AWS's tags: SageMaker
 * never sees them, and they can be changed in any phase.
 *
 * @param labels as they were typed, without surplus space; no two that differ in case
 * only
 * @param keys the same in lower case and the same order
 */
@Embeddable
public record Labels(@JdbcTypeCode(SqlTypes.ARRAY) @Column(name = "labels") List<String> labels,
		@JdbcTypeCode(SqlTypes.ARRAY) @Column(name = "label_keys") List<String> keys) {

	/** Most labels of one experiment. */
	public static final int MOST = 20;

	/** Characters of the longest label. */
	public static final int LONGEST = 40;

	static final Labels NONE = new Labels(List.of(), List.of());

	public Labels {
		labels = List.copyOf(labels);
		keys = List.copyOf(keys);
	}

	/**
	 * Reads what was typed. Of labels that differ in case only the first is taken.
	 * @param typed labels in any order and number
	 * @return the labels
	 * @throws LabelRefusedException if one is empty, too long or cannot be stored, or
	 * there are more than {@link #MOST}
	 */
	public static Labels of(Collection<String> typed) {
		Map<String, String> byKey = new LinkedHashMap<>();
		typed.stream().map(Labels::label).forEach((label) -> byKey.putIfAbsent(key(label), label));
		if (byKey.size() > MOST) {
			throw new LabelRefusedException(LabelRefusedException.Reason.TOO_MANY, "");
		}
		return new Labels(List.copyOf(byKey.values()), List.copyOf(byKey.keySet()));
	}

	/**
	 * Whether all of these are among them, in any case.
	 * @param typed labels as somebody typed them
	 * @return true if adding them changes nothing
	 */
	public boolean hasAll(Collection<String> typed) {
		return typed.stream().allMatch((label) -> this.keys.contains(key(spaced(label))));
	}

	Labels with(Collection<String> more) {
		return of(Stream.concat(this.labels.stream(), more.stream()).toList());
	}

	Labels without(String label) {
		String key = key(spaced(label));
		return of(this.labels.stream().filter((it) -> !key(it).equals(key)).toList());
	}

	static String key(String label) {
		return label.toLowerCase(Locale.ROOT);
	}

	private static String label(String typed) {
		String label = spaced(typed);
		if (label.isEmpty()) {
			throw new LabelRefusedException(LabelRefusedException.Reason.EMPTY, label);
		}
		if (label.codePointCount(0, label.length()) > LONGEST) {
			throw new LabelRefusedException(LabelRefusedException.Reason.TOO_LONG, label);
		}
		if (label.codePoints().anyMatch(Labels::isUnfit)) {
			throw new LabelRefusedException(LabelRefusedException.Reason.UNSTORABLE, label);
		}
		return label;
	}

	private static String spaced(String typed) {
		return typed.strip().replaceAll("\\s+", " ");
	}

	/** A comma parts labels where they are listed; what is half a character is none. */
	private static boolean isUnfit(int character) {
		int type = Character.getType(character);
		return character == ',' || type == Character.CONTROL || type == Character.SURROGATE;
	}

}
