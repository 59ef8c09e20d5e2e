package dev.understudy.catalog;

import java.util.Locale;

/**
 * What is read of an account where that is permitted. Nobody needs it: everything of it
 * can be typed as well.
 */
public enum Supply {

	/** Names of keys. */
	KEYS("kms:ListAliases"),

	/** Buckets. */
	BUCKETS("s3:ListAllMyBuckets");

	private final String permission;

	Supply(String permission) {
		this.permission = permission;
	}

	/**
	 * What AWS asks of whoever reads it.
	 * @return an action of IAM
	 */
	public String permission() {
		return this.permission;
	}

	/**
	 * The spelling in the database and in addresses.
	 * @return the name in lower case
	 */
	public String id() {
		return name().toLowerCase(Locale.ROOT);
	}

	static Supply of(String id) {
		return valueOf(id.toUpperCase(Locale.ROOT));
	}

}
