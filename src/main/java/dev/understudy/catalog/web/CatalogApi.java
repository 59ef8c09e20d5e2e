package dev.understudy.catalog.web;

import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.Parameter;
import io.swagger.v3.oas.annotations.headers.Header;
import io.swagger.v3.oas.annotations.media.Schema;
import io.swagger.v3.oas.annotations.responses.ApiResponse;
import io.swagger.v3.oas.annotations.tags.Tag;
import jakarta.validation.Valid;
import jakarta.validation.constraints.Size;
import org.jspecify.annotations.Nullable;
import org.springdoc.core.annotations.ParameterObject;
import org.springframework.http.ResponseEntity;
import org.springframework.security.access.prepost.PreAuthorize;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

import dev.understudy.catalog.Catalog;
import dev.understudy.catalog.OfferedType;
import dev.understudy.catalog.OfferedTypes;
import dev.understudy.shell.Page;
import dev.understudy.shell.Refuses;
import dev.understudy.target.Target;
import dev.understudy.target.Targets;

/** What an account has to choose from, for programs. */
@RestController
@RequestMapping("/api/v1/catalog")
@Tag(name = "Catalog", description = "What an account has to choose from, as it was read last")
class CatalogApi {

	private static final String NEXT = "rel=next, where there is a next page";

	/** More than there are. */
	private static final int ALL = 2000;

	private final Catalog catalog;

	private final OfferedTypes instanceTypes;

	private final Targets targets;

	CatalogApi(Catalog catalog, OfferedTypes instanceTypes, Targets targets) {
		this.catalog = catalog;
		this.instanceTypes = instanceTypes;
		this.targets = targets;
	}

	@GetMapping("/endpoints")
	@PreAuthorize("hasAuthority('READ')")
	@Operation(summary = "Search for endpoints",
			description = "By name, with what they run and why a shadow test cannot use some. Nothing is asked of SageMaker now.",
			responses = { @ApiResponse(responseCode = "200",
					headers = @Header(name = "Link", description = NEXT, schema = @Schema(type = "string"))) })
	@Refuses(422)
	ResponseEntity<Page<EndpointItem>> endpoints(@ParameterObject @Valid NameSearch search) {
		return this.catalog.endpoints(search.in(this.targets), search.q(), search.size(), search.pageToken())
			.map(EndpointItem::of)
			.toAnswer();
	}

	@GetMapping("/models")
	@PreAuthorize("hasAuthority('READ')")
	@Operation(summary = "Search for models", description = "By name. Nothing is asked of SageMaker now.",
			responses = { @ApiResponse(responseCode = "200",
					headers = @Header(name = "Link", description = NEXT, schema = @Schema(type = "string"))) })
	@Refuses(422)
	ResponseEntity<Page<ModelItem>> models(@ParameterObject @Valid NameSearch search) {
		return this.catalog.models(search.in(this.targets), search.q(), search.size(), search.pageToken())
			.map(ModelItem::new)
			.toAnswer();
	}

	@GetMapping("/instance-types")
	@PreAuthorize("hasAuthority('READ')")
	@Operation(summary = "Search for instance types",
			description = "All that match, with what is known of them and, by source, of what an hour costs in the target's region. SageMaker may take newer ones too.")
	@Refuses(422)
	Page<OfferedType> instanceTypes(
			@Parameter(description = "The standard one unless told") @RequestParam(required = false) @Size(
					max = 400) @Nullable String target,
			@Parameter(description = "A part of the name, in any case") @RequestParam(required = false) @Size(
					max = 400) @Nullable String q) {
		return new Page<>(this.instanceTypes.search(target(target), q, ALL), null);
	}

	@PostMapping("/refresh")
	@PreAuthorize("hasAuthority('WRITE')")
	@Operation(summary = "Read a target again now",
			description = "The answer does not wait for it. It happens every few minutes anyway.",
			responses = { @ApiResponse(responseCode = "202", description = "Asked for") })
	@Refuses(422)
	ResponseEntity<Void> refresh(@Parameter(description = "The standard one unless told") @RequestParam(
			required = false) @Size(max = 400) @Nullable String target) {
		this.catalog.readAgain(target(target));
		return ResponseEntity.accepted().build();
	}

	private Target target(@Nullable String name) {
		return (name != null) ? this.targets.get(name) : this.targets.standard();
	}

	/**
	 * A model.
	 *
	 * @param name its name
	 */
	record ModelItem(String name) {

	}

}
