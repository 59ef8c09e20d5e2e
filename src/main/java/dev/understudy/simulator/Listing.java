package dev.understudy.simulator;

import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.Base64;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;

import org.jspecify.annotations.Nullable;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/**
 * Pages of a list as AWS cuts them: sorted, cut, and only then filtered, so that a page
 * can be empty and still carry a token. A token holds the place behind the last item, so
 * that what comes and goes meanwhile moves nothing.
 *
 * @param nameMember the member an item is named by
 * @param resultMember the member the items stand in
 */
record Listing(String nameMember, String resultMember) {

	/** AWS API: ListEndpoints; assumed for experiments too. */
	private static final int DEFAULT_PAGE = 10;

	ObjectNode page(Collection<ObjectNode> items, ObjectNode input) {
		Comparator<Place> order = Comparator.comparing(Place::key).thenComparing(Place::name);
		if (!"Ascending".equals(Json.text(input, "SortOrder"))) {
			order = order.reversed();
		}
		Place behind = Place.read(Json.text(input, "NextToken"));
		Comparator<Place> sorting = order;
		List<ObjectNode> rest = items.stream()
			.filter((item) -> behind == null || sorting.compare(place(item, input), behind) > 0)
			.sorted(Comparator.comparing((item) -> place(item, input), sorting))
			.toList();
		int size = input.path("MaxResults").asInt(DEFAULT_PAGE);
		List<ObjectNode> cut = rest.subList(0, Math.min(size, rest.size()));
		ObjectNode answer = Json.object();
		ArrayNode results = answer.putArray(this.resultMember);
		cut.stream().filter((item) -> matches(item, input)).forEach(results::add);
		if (rest.size() > cut.size()) {
			answer.put("NextToken", token(cut.isEmpty() ? behind : place(cut.getLast(), input)));
		}
		return answer;
	}

	/** The token for a place; the one for no place begins the list again. */
	private static String token(@Nullable Place place) {
		ObjectNode token = Json.object();
		if (place != null) {
			token.put("key", place.key()).put("name", place.name());
		}
		return Base64.getUrlEncoder()
			.withoutPadding()
			.encodeToString(token.toString().getBytes(StandardCharsets.UTF_8));
	}

	private Place place(ObjectNode item, ObjectNode input) {
		String name = Json.require(item, this.nameMember);
		String sortBy = Json.text(input, "SortBy");
		if ("Name".equals(sortBy)) {
			return new Place(name, name);
		}
		if ("Status".equals(sortBy)) {
			String status = Json.text(item, "Status");
			return new Place((status != null) ? status : Json.require(item, "EndpointStatus"), name);
		}
		Instant created = Json.time(item, "CreationTime");
		return new Place("%020d".formatted((created != null) ? created.toEpochMilli() : 0), name);
	}

	private boolean matches(ObjectNode item, ObjectNode input) {
		String contained = Json.text(input, "NameContains");
		String wanted = Json.text(input, "StatusEquals");
		String status = item.has("Status") ? Json.text(item, "Status") : Json.text(item, "EndpointStatus");
		return (contained == null || Json.require(item, this.nameMember).contains(contained))
				&& (wanted == null || wanted.equals(status)) && isWithin(item, input, "CreationTime")
				&& isWithin(item, input, "LastModifiedTime");
	}

	private static boolean isWithin(ObjectNode item, ObjectNode input, String member) {
		Instant time = Json.time(item, member);
		Instant after = Json.time(input, member + "After");
		Instant before = Json.time(input, member + "Before");
		return time == null || ((after == null || time.isAfter(after)) && (before == null || time.isBefore(before)));
	}

	/**
	 * A place in a sorted list.
	 */
	private record Place(String key, String name) {

		static @Nullable Place read(@Nullable String token) {
			if (token == null) {
				return null;
			}
			try {
				JsonNode place = Json.MAPPER.readTree(Base64.getUrlDecoder().decode(token));
				return place.isEmpty() ? null : new Place(Json.require(place, "key"), Json.require(place, "name"));
			}
			catch (IllegalArgumentException | JacksonException ex) {
				throw AwsException.validation("Invalid pagination token.");
			}
		}

	}

}
