package dev.understudy.experiment;

import java.time.ZoneOffset;

import com.fasterxml.jackson.annotation.JsonValue;

import dev.understudy.shell.PageToken;

/**
 * The orders a list of experiments can have. There is an index for each.
 */
public enum Sort {

	/** Last changed first. */
	UPDATED_DESC("-updated", "updated_at", true),

	/** Longest unchanged first. */
	UPDATED("updated", "updated_at", false),

	/** Newest first. */
	CREATED_DESC("-created", "created_at", true),

	/** Oldest first. */
	CREATED("created", "created_at", false),

	/** By name from A, those without one first. */
	NAME("name", "sort_name", false),

	/** By name from Z, those without one last. */
	NAME_DESC("-name", "sort_name", true);

	private final String id;

	private final String column;

	private final boolean descending;

	Sort(String id, String column, boolean descending) {
		this.id = id;
		this.column = column;
		this.descending = descending;
	}

	/**
	 * The spelling in URLs.
	 * @return the name of what it sorts by, after a minus when descending
	 */
	@JsonValue
	public String id() {
		return this.id;
	}

	/**
	 * Reads the spelling of {@link #id()}.
	 * @param id such as "-updated"
	 * @return the order
	 * @throws IllegalArgumentException if there is no such order
	 */
	public static Sort of(String id) {
		for (Sort sort : values()) {
			if (sort.id.equals(id)) {
				return sort;
			}
		}
		throw new IllegalArgumentException("There is no order '%s'".formatted(id));
	}

	String column() {
		return this.column;
	}

	/**
	 * Reads a value of the column back from a page token, where it stands second.
	 */
	Object value(PageToken position) {
		return (this == NAME || this == NAME_DESC) ? position.values().get(1)
				: position.time(1).atOffset(ZoneOffset.UTC);
	}

	boolean isDescending() {
		return this.descending;
	}

}
