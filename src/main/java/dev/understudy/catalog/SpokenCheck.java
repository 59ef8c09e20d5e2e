package dev.understudy.catalog;

import java.time.Instant;
import java.util.List;

import com.fasterxml.jackson.annotation.JsonInclude;
import org.jspecify.annotations.Nullable;

/**
 * What one check came to, in words. Pages and programs have the same.
 *
 * @param id stable id of the check
 * @param outcome what it came to
 * @param pointer the member of the definition it is about; empty for the whole of it
 * @param evidence what was seen and how long ago, or why nothing was
 * @param remedy what to do about it
 * @param observedAt when AWS said so
 * @param changes what would become different in production; absent where nothing would
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
public record SpokenCheck(String id, Outcome outcome, String pointer, String evidence, @Nullable String remedy,
		@Nullable Instant observedAt, @Nullable List<CheckResult.Change> changes) {

}
