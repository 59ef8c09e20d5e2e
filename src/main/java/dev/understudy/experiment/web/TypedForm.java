package dev.understudy.experiment.web;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;

import jakarta.servlet.http.HttpServletRequest;
import org.jspecify.annotations.Nullable;
import org.springframework.core.ResolvableType;
import org.springframework.validation.DataBinder;
import tools.jackson.core.type.TypeReference;
import tools.jackson.databind.json.JsonMapper;

/** All that was typed into a form, to be sent again as it is. */
final class TypedForm {

	private static final JsonMapper JSON = JsonMapper.shared();

	private static final Set<String> NOT_TYPED = Set.of("_csrf", "then", "theirs", "all");

	private static final Set<String> CARRIED = Set.of("revision", "onto", "seen", "window", "turn", "visited",
			"leaving");

	private TypedForm() {
	}

	static List<Entry> of(HttpServletRequest request) {
		List<Entry> typed = new ArrayList<>();
		request.getParameterMap().forEach((name, values) -> {
			if (!NOT_TYPED.contains(name) && !name.startsWith(Resolution.SIDE)) {
				for (String value : values) {
					typed.add(new Entry(name, value));
				}
			}
		});
		return typed;
	}

	/** The same as text, without what the form carries along. */
	static String text(HttpServletRequest request) {
		return JSON.writeValueAsString(of(request).stream().filter((it) -> !CARRIED.contains(it.name())).toList());
	}

	/** The form of such a text. */
	static DraftForm read(String text) {
		Map<String, List<String>> fields = new LinkedHashMap<>();
		JSON.readValue(text, new TypeReference<List<Entry>>() {
		}).forEach((entry) -> fields.computeIfAbsent(entry.name(), (name) -> new ArrayList<>()).add(entry.value()));
		DataBinder binder = new DataBinder(null, "form");
		binder.setTargetType(ResolvableType.forClass(DraftForm.class));
		binder.construct(new Fields(fields));
		return (DraftForm) Objects.requireNonNull(binder.getTarget());
	}

	/**
	 * One field.
	 *
	 * @param name its name
	 * @param value its text
	 */
	record Entry(String name, String value) {

	}

	private record Fields(Map<String, List<String>> values) implements DataBinder.ValueResolver {

		@Override
		public @Nullable Object resolveValue(String name, Class<?> type) {
			List<String> found = this.values.get(name);
			if (found == null) {
				return null;
			}
			return (found.size() == 1) ? found.getFirst() : found.toArray(String[]::new);
		}

		@Override
		public Set<String> getNames() {
			return this.values.keySet();
		}

	}

}
