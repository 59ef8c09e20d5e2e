package dev.understudy.catalog;

/**
 * A place in S3, as far as it is typed.
 *
 * @param bucket the bucket, or a part of its name
 * @param path what stands behind the bucket's name and a slash
 */
public record Destination(String bucket, String path) {

	private static final String SCHEME = "s3://";

	/**
	 * Reads what somebody has typed so far.
	 * @param text with or without the scheme
	 * @return the bucket, possibly empty, and the path
	 */
	public static Destination typed(String text) {
		String place = text.strip();
		place = place.startsWith(SCHEME) ? place.substring(SCHEME.length()) : place;
		int slash = place.indexOf('/');
		return (slash < 0) ? new Destination(place, "")
				: new Destination(place.substring(0, slash), place.substring(slash + 1));
	}

	/**
	 * Whether a text names a bucket.
	 * @param text a destination
	 * @return false for an address of another scheme, which S3 understands as well
	 */
	static boolean namesABucket(String text) {
		return text.strip().startsWith(SCHEME) && !typed(text).bucket().isEmpty();
	}

	/**
	 * The same path in another bucket.
	 * @param other name of a bucket
	 * @return a destination
	 */
	public Destination in(String other) {
		return new Destination(other, this.path);
	}

	@Override
	public String toString() {
		return SCHEME + this.bucket + "/" + this.path;
	}

}
