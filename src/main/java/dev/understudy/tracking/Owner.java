package dev.understudy.tracking;

import java.util.Locale;

import com.fasterxml.jackson.annotation.JsonValue;

/**
 * Whose an experiment is that was found.
 */
public enum Owner {

	/** Made elsewhere: no installation of Understudy has marked it. */
	FOREIGN,

	/** Another installation of Understudy has marked it. */
	OTHER_INSTALLATION,

	/** This installation made it, and yet does not have it. */
	ORPHAN;

	/**
	 * The spelling in JSON, URLs and the database.
	 * @return the name in lower case with hyphens
	 */
	@JsonValue
	public String id() {
		return name().toLowerCase(Locale.ROOT).replace('_', '-');
	}

	/**
	 * Reads the spelling of {@link #id()}.
	 * @param id in lower case with hyphens
	 * @return whose it is
	 * @throws IllegalArgumentException if there is no such owner
	 */
	public static Owner of(String id) {
		for (Owner owner : values()) {
			if (owner.id().equals(id)) {
				return owner;
			}
		}
		throw new IllegalArgumentException("There is no owner '%s'".formatted(id));
	}

}
