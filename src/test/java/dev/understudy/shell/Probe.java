package dev.understudy.shell;

import java.util.List;
import java.util.Map;
import java.util.UUID;

import jakarta.validation.Valid;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.NotBlank;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.test.context.TestConfiguration;
import org.springframework.dao.OptimisticLockingFailureException;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.transaction.CannotCreateTransactionException;
import org.springframework.ui.Model;
import org.springframework.validation.BindingResult;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.ModelAttribute;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/** Controllers that run into everything the shell answers for. */
@TestConfiguration
class Probe {

	@RestController
	static class Api {

		@PostMapping(path = "/api/probe", consumes = "application/json")
		Body echo(@RequestBody @Valid Body body) {
			return body;
		}

		@GetMapping("/api/probe")
		ResponseEntity<Page<String>> list(@RequestParam(defaultValue = "50") @Max(Page.MAX_SIZE) int pageSize,
				@RequestParam(required = false) @Nullable String pageToken) {
			if (pageToken != null) {
				PageToken.decode(pageToken, 1);
			}
			return Page.cut(List.of("a", "b", "c"), 2, PageToken::of).toAnswer();
		}

		@GetMapping("/api/probe/failing")
		String fail() {
			throw new IllegalStateException("secret inner state");
		}

		@GetMapping("/api/probe/outage")
		String outage() {
			throw new CannotCreateTransactionException("secret inner state");
		}

		@GetMapping("/api/probe/stale")
		String stale() {
			throw new OptimisticLockingFailureException("version 3");
		}

		@GetMapping("/api/probe/{id}")
		UUID one(@PathVariable UUID id) {
			return id;
		}

		record Body(@NotBlank String name, int count, @Nullable List<@Valid Row> rows) {
		}

		record Row(@NotBlank String key) {
		}

	}

	@Controller
	static class Pages {

		@GetMapping("/probe")
		String form(Model model) {
			model.addAttribute("form", new Form("<b>ada</b>", "kept", "b", null));
			return view(model);
		}

		@PostMapping("/probe")
		String save(@Valid @ModelAttribute("form") Form form, BindingResult binding, Model model,
				RedirectAttributes redirect) {
			if (binding.hasErrors()) {
				return view(model);
			}
			Flash.success(redirect, "shell.copy", "it");
			return "redirect:/probe";
		}

		@GetMapping("/probe/outage")
		String outage() {
			throw new CannotCreateTransactionException("secret inner state");
		}

		@GetMapping("/probe/stale")
		String stale() {
			throw new OptimisticLockingFailureException("version 3");
		}

		@GetMapping("/probe/{id}")
		String one(@PathVariable UUID id) {
			return "redirect:/probe";
		}

		private static String view(Model model) {
			model.addAttribute("options", List.of(new Option("a", "First"), new Option("b", "Second")));
			model.addAttribute("warnings", Map.of("note", List.of("This is risky")));
			model.addAttribute("restCall", "GET /api/probe");
			return "probe";
		}

		record Form(@NotBlank(message = "Enter a name") @Nullable String name, @Nullable String note,
				@Nullable String choice, @Nullable String agreed) {
		}

	}

}
