package dev.understudy.catalog.web;

import io.swagger.v3.oas.annotations.Parameter;
import io.swagger.v3.oas.annotations.media.Schema;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.Size;
import org.jspecify.annotations.Nullable;

import dev.understudy.shell.Page;
import dev.understudy.target.Target;
import dev.understudy.target.Targets;

/**
 * What programs ask the catalog for: a page of what has a name.
 *
 * @param target name of the target; null for the standard one
 * @param q a part of the name, in any case; null for any
 * @param pageSize how many at most; null for as many as a page usually has
 * @param pageToken where to go on, from the page before
 */
record NameSearch(@Parameter(description = "The standard one unless told") @Size(max = 400) @Nullable String target,
		@Parameter(description = "A part of the name, in any case") @Size(max = 400) @Nullable String q,
		@Parameter(schema = @Schema(type = "integer", format = "int32", defaultValue = "" + Page.DEFAULT_SIZE,
				minimum = "1", maximum = "" + Page.MAX_SIZE)) @Min(1) @Max(Page.MAX_SIZE) @Nullable Integer pageSize,
		@Parameter(description = "nextPageToken of the page before, with the same parameters") @Size(
				max = 4000) @Nullable String pageToken) {

	int size() {
		return (this.pageSize != null) ? this.pageSize : Page.DEFAULT_SIZE;
	}

	Target in(Targets targets) {
		return (this.target != null) ? targets.get(this.target) : targets.standard();
	}

}
