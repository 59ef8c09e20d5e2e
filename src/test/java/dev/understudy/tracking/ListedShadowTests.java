package dev.understudy.tracking;

import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

import org.jspecify.annotations.Nullable;
import tools.jackson.databind.json.JsonMapper;

import dev.understudy.definition.Definition;
import dev.understudy.sagemaker.Accepted;
import dev.understudy.sagemaker.ChangeRequest;
import dev.understudy.sagemaker.ListPage;
import dev.understudy.sagemaker.ListRequest;
import dev.understudy.sagemaker.Observed;
import dev.understudy.sagemaker.SageMakerRefusal;
import dev.understudy.sagemaker.SendGuard;
import dev.understudy.sagemaker.ShadowTest;
import dev.understudy.sagemaker.ShadowTests;
import dev.understudy.target.Target;

/**
 * Shadow tests in memory, newest first, with a count of the calls and lists that can be
 * made to leave things out.
 */
class ListedShadowTests implements ShadowTests {

	final Map<String, ShadowTest> tests = new LinkedHashMap<>();

	final List<String> hidden = new ArrayList<>();

	final List<String> calls = new ArrayList<>();

	final List<String> denied = new ArrayList<>();

	/** How what stands there is refused. */
	SageMakerRefusal.Kind unreadable = SageMakerRefusal.Kind.DENIED;

	int emptyPages;

	/** How many requests for a page come to nothing, from the second page on. */
	int unansweredPages;

	boolean repeated;

	boolean circular;

	SageMakerRefusal.@Nullable Kind refusing;

	void put(String name, String status, Instant created, Instant modified) {
		this.tests.put(name, new ShadowTest("arn:" + name, name, status, null, created, null, modified,
				JsonMapper.shared().createObjectNode()));
	}

	@Override
	public ListPage list(Target target, ListRequest request) {
		call("list");
		if (this.emptyPages > 0) {
			this.emptyPages--;
			return new ListPage(List.of(), "0".repeat(this.emptyPages + 1));
		}
		if (this.circular) {
			return new ListPage(List.of(), "again");
		}
		if (request.nextToken() != null && this.unansweredPages > 0) {
			this.unansweredPages--;
			throw refusal(SageMakerRefusal.Kind.NO_ANSWER);
		}
		int from = (request.nextToken() != null) ? Integer.parseInt(request.nextToken()) : 0;
		List<ListPage.Item> all = this.tests.values()
			.stream()
			.filter((test) -> !this.hidden.contains(test.name()))
			.sorted((one, other) -> other.creationTime().compareTo(one.creationTime()))
			.map((test) -> new ListPage.Item(test.name(), test.status(), test.creationTime(), null,
					test.lastModifiedTime()))
			.toList();
		if (this.repeated) {
			return new ListPage(Stream.concat(all.stream(), all.stream()).toList(), null);
		}
		int to = Math.min(from + request.pageSize(), all.size());
		return new ListPage(all.subList(from, to), (to < all.size()) ? String.valueOf(to) : null);
	}

	@Override
	public Observed<ShadowTest> describe(Target target, String name) {
		call("describe " + name);
		if (this.denied.contains(name)) {
			throw refusal(this.unreadable);
		}
		ShadowTest test = this.tests.get(name);
		if (test == null) {
			throw refusal(SageMakerRefusal.Kind.NOT_FOUND);
		}
		return new Observed<>(test, "request");
	}

	@Override
	public Accepted change(Target target, ChangeRequest request, SendGuard guard) {
		throw new UnsupportedOperationException();
	}

	@Override
	public Accepted create(Target target, Definition definition, List<Definition.Tag> reservedTags, SendGuard guard) {
		throw new UnsupportedOperationException("Tracking creates nothing");
	}

	@Override
	public Map<String, String> tags(Target target, String arn) {
		throw new UnsupportedOperationException("Tracking reads no tags");
	}

	private void call(String what) {
		this.calls.add(what);
		if (this.refusing != null) {
			throw refusal(this.refusing);
		}
	}

	private static SageMakerRefusal refusal(SageMakerRefusal.Kind kind) {
		return new SageMakerRefusal(kind, kind.name(), "as the test wants", "request", null);
	}

}
