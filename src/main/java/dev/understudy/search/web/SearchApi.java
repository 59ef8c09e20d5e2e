package dev.understudy.search.web;

import java.util.List;
import java.util.Locale;
import java.util.UUID;

import com.fasterxml.jackson.annotation.JsonInclude;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.Parameter;
import io.swagger.v3.oas.annotations.media.Schema;
import io.swagger.v3.oas.annotations.tags.Tag;
import jakarta.validation.constraints.Size;
import org.jspecify.annotations.Nullable;
import org.springframework.security.access.prepost.PreAuthorize;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

import dev.understudy.actor.Actor;
import dev.understudy.search.Hit;
import dev.understudy.search.Kind;
import dev.understudy.search.Search;

/** The search, for programs. */
@RestController
@Tag(name = "Search", description = "One search over experiments, endpoints, pages and help")
class SearchApi {

	private final Search search;

	SearchApi(Search search) {
		this.search = search;
	}

	@GetMapping("/api/v1/search")
	@PreAuthorize("hasAuthority('READ')")
	@Operation(summary = "Search everything",
			description = "A few of each kind, the most likely first. To go through all experiments, list them with q.")
	Found search(@Parameter(
			description = "A part of a name, endpoint, description, id or title, in any case") @RequestParam @Size(
					max = 400) String q,
			Actor actor, Locale language) {
		return new Found(this.search.find(q, actor, language).stream().map(Item::of).toList());
	}

	/**
	 * What was found.
	 *
	 * @param items a few of each kind
	 */
	record Found(List<Item> items) {
	}

	/**
	 * One thing that was found.
	 *
	 * @param kind what it is
	 * @param title its name
	 * @param detail what tells it from others
	 * @param path its page in the console
	 * @param id the experiment's id, where it is one
	 */
	@Schema(name = "SearchHit")
	@JsonInclude(JsonInclude.Include.NON_NULL)
	record Item(@Schema(type = "string", allowableValues = {
			"experiment", "endpoint", "page", "help" }) Kind kind, String title, @Nullable String detail, String path,
			@Nullable UUID id){

		static Item of(Hit hit) {
			return new Item(hit.kind(), hit.title(), hit.detail(), hit.path(), hit.id());
		}

	}

}
