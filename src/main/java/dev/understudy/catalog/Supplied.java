package dev.understudy.catalog;

import com.fasterxml.jackson.annotation.JsonInclude;
import org.jspecify.annotations.Nullable;

/**
 * A key or a bucket.
 *
 * @param name the alias of the key, such as "alias/ml", or the bucket's name
 * @param region where the bucket is; absent for keys, which are the region's own, and
 * where AWS did not tell
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
public record Supplied(String name, @Nullable String region) {

	boolean isIn(String wanted) {
		return this.region == null || this.region.equals(wanted);
	}

}
