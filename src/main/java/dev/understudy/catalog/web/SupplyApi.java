package dev.understudy.catalog.web;

import java.time.Instant;
import java.util.List;
import java.util.Locale;

import com.fasterxml.jackson.annotation.JsonInclude;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.tags.Tag;
import jakarta.validation.Valid;
import org.jspecify.annotations.Nullable;
import org.springdoc.core.annotations.ParameterObject;
import org.springframework.security.access.prepost.PreAuthorize;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

import dev.understudy.catalog.Supplied;
import dev.understudy.catalog.Supplies;
import dev.understudy.catalog.Supply;
import dev.understudy.catalog.SupplyReading;
import dev.understudy.shell.Page;
import dev.understudy.shell.Refuses;
import dev.understudy.target.Target;
import dev.understudy.target.Targets;

/** Keys and buckets to choose from, for programs. */
@RestController
@RequestMapping("/api/v1/catalog")
@Tag(name = "Catalog")
class SupplyApi {

	private final Supplies supplies;

	private final Targets targets;

	SupplyApi(Supplies supplies, Targets targets) {
		this.supplies = supplies;
		this.targets = targets;
	}

	@GetMapping("/keys")
	@PreAuthorize("hasAuthority('READ')")
	@Operation(summary = "Search for KMS keys by their aliases",
			description = "As far as the credentials in use may read them: whyNot says where they may not. Nothing is asked of AWS now.")
	@Refuses(422)
	SupplyList keys(@ParameterObject @Valid NameSearch search, Locale locale) {
		return list(Supply.KEYS, search, locale);
	}

	@GetMapping("/buckets")
	@PreAuthorize("hasAuthority('READ')")
	@Operation(summary = "Search for the account's S3 buckets",
			description = "Of all regions, as far as the credentials in use may read them: whyNot says where they may not. Nothing is asked of AWS now.")
	@Refuses(422)
	SupplyList buckets(@ParameterObject @Valid NameSearch search, Locale locale) {
		return list(Supply.BUCKETS, search, locale);
	}

	private SupplyList list(Supply supply, NameSearch search, Locale locale) {
		Target target = search.in(this.targets);
		Page<Supplied> page = this.supplies.search(target, supply, search.q(), null, search.size(), search.pageToken());
		SupplyReading reading = this.supplies.reading(target, supply);
		return new SupplyList(page.items(), page.nextPageToken(), reading.readAt(),
				this.supplies.whyNot(reading, supply, locale));
	}

	/**
	 * Keys or buckets.
	 *
	 * @param items those that were read, by name
	 * @param nextPageToken where the next page begins; absent on the last one
	 * @param observedAt when they were read; absent if they never were
	 * @param whyNot why there may be others, such as a missing permission; absent where
	 * the last reading succeeded
	 */
	@JsonInclude(JsonInclude.Include.NON_NULL)
	record SupplyList(List<Supplied> items, @Nullable String nextPageToken, @Nullable Instant observedAt,
			@Nullable String whyNot) {

	}

}
