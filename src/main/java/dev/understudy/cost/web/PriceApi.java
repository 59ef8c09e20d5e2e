package dev.understudy.cost.web;

import java.nio.charset.StandardCharsets;

import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.Parameter;
import io.swagger.v3.oas.annotations.media.Content;
import io.swagger.v3.oas.annotations.media.Schema;
import io.swagger.v3.oas.annotations.responses.ApiResponse;
import io.swagger.v3.oas.annotations.tags.Tag;
import org.springframework.http.ContentDisposition;
import org.springframework.http.HttpHeaders;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.security.access.prepost.PreAuthorize;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

import dev.understudy.actor.Actor;
import dev.understudy.cost.Loading;
import dev.understudy.cost.PriceChange;
import dev.understudy.cost.PriceTable;
import dev.understudy.cost.Prices;
import dev.understudy.shell.Refuses;

/** The price table, for programs. */
@RestController
@RequestMapping("/api/v1/prices")
@Tag(name = "Cost")
class PriceApi {

	static final String CSV = "text/csv";

	private final Prices prices;

	PriceApi(Prices prices) {
		this.prices = prices;
	}

	@GetMapping(produces = CSV)
	@PreAuthorize("hasAuthority('READ')")
	@Operation(summary = "Read the price table",
			description = "CSV with the columns region, instanceType, price, currency, date, source. A value that a"
					+ " spreadsheet would take for a formula has an apostrophe before it.",
			responses = @ApiResponse(responseCode = "200",
					content = @Content(mediaType = CSV, schema = @Schema(type = "string"))))
	ResponseEntity<byte[]> read() {
		return download(this.prices);
	}

	@PutMapping(consumes = CSV, produces = MediaType.APPLICATION_JSON_VALUE)
	@PreAuthorize("hasAuthority('ADMINISTER')")
	@Operation(summary = "Load a price table",
			description = "All of it or, if anything is wrong, nothing. At most 20,000 prices and 4 MB.",
			requestBody = @io.swagger.v3.oas.annotations.parameters.RequestBody(
					content = @Content(mediaType = CSV, schema = @Schema(type = "string"))))
	@Refuses({ 413, 415, 422 })
	Loaded load(@Parameter(
			description = "What becomes of prices that are not in it: replace (they go) or add (they stay)") @RequestParam(
					defaultValue = "replace") Loading mode,
			@RequestBody byte[] csv, Actor actor) {
		PriceTable table = PriceTable.read(new String(csv, StandardCharsets.UTF_8));
		if (!table.isSound()) {
			throw new FaultyPricesException(table);
		}
		return Loaded.of(this.prices.load(table.prices(), mode, actor));
	}

	static ResponseEntity<byte[]> download(Prices prices) {
		return ResponseEntity.ok()
			.contentType(new MediaType("text", "csv", StandardCharsets.UTF_8))
			.header(HttpHeaders.CONTENT_DISPOSITION,
					ContentDisposition.attachment().filename("prices.csv").build().toString())
			.body(PriceTable.write(prices.all()).getBytes(StandardCharsets.UTF_8));
	}

	/**
	 * What loading changed.
	 *
	 * @param added prices for what had none
	 * @param changed prices that say something else
	 * @param removed prices that are gone
	 * @param same prices that stay as they were
	 */
	record Loaded(int added, int changed, int removed, int same) {

		static Loaded of(PriceChange change) {
			return new Loaded(change.added().size(), change.changed().size(), change.removed().size(), change.same());
		}

	}

}
