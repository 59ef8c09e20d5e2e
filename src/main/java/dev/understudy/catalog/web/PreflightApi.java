package dev.understudy.catalog.web;

import java.util.List;
import java.util.UUID;

import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.responses.ApiResponse;
import io.swagger.v3.oas.annotations.tags.Tag;
import org.springframework.context.i18n.LocaleContextHolder;
import org.springframework.security.access.prepost.PreAuthorize;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

import dev.understudy.catalog.Preflight;
import dev.understudy.catalog.SpokenCheck;
import dev.understudy.shell.Refuses;

/** Checks of drafts against the account, for programs. */
@RestController
@RequestMapping("/api/v1/experiments/{id}/preflight")
@Tag(name = "Catalog", description = "What an account has to choose from, as it was read last")
class PreflightApi {

	private final Preflight preflight;

	PreflightApi(Preflight preflight) {
		this.preflight = preflight;
	}

	@PostMapping
	@PreAuthorize("hasAuthority('WRITE')")
	@Operation(summary = "Check a draft against the account",
			description = "Asks SageMaker now and takes three seconds at most: what has not answered by then is unknown and says why. Nothing is changed. Only a block forbids submitting.",
			responses = { @ApiResponse(responseCode = "200", description = "What the checks came to") })
	@Refuses({ 404, 409 })
	Checked check(@PathVariable UUID id) {
		return new Checked(this.preflight.run(id, LocaleContextHolder.getLocale()).checks());
	}

	/**
	 * What the checks came to.
	 *
	 * @param checks each check, what matters most first
	 */
	record Checked(List<SpokenCheck> checks) {

	}

}
