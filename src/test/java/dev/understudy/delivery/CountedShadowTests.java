package dev.understudy.delivery;

import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;

import dev.understudy.definition.Definition;
import dev.understudy.sagemaker.Accepted;
import dev.understudy.sagemaker.ChangeRequest;
import dev.understudy.sagemaker.ListPage;
import dev.understudy.sagemaker.ListRequest;
import dev.understudy.sagemaker.Observed;
import dev.understudy.sagemaker.SendGuard;
import dev.understudy.sagemaker.ShadowTest;
import dev.understudy.sagemaker.ShadowTests;
import dev.understudy.target.Target;

/**
 * The door to SageMaker with a counter for each name, so that no test counts what another
 * one left.
 */
final class CountedShadowTests implements ShadowTests {

	private final ShadowTests door;

	private final Map<String, Integer> calls = new ConcurrentHashMap<>();

	CountedShadowTests(ShadowTests door) {
		this.door = door;
	}

	int creates(String name) {
		return this.calls.getOrDefault("create " + name, 0);
	}

	int looks(String name) {
		return this.calls.getOrDefault("describe " + name, 0);
	}

	int changes(String call) {
		return this.calls.getOrDefault(call + " any", 0);
	}

	int tagLooks(String name) {
		return this.calls.getOrDefault("tags " + name, 0);
	}

	@Override
	public Accepted create(Target target, Definition definition, List<Definition.Tag> reservedTags, SendGuard guard) {
		count("create", definition.name());
		return this.door.create(target, definition, reservedTags, guard);
	}

	@Override
	public Accepted change(Target target, ChangeRequest request, SendGuard guard) {
		count(request.call(), "any");
		return this.door.change(target, request, guard);
	}

	@Override
	public Observed<ShadowTest> describe(Target target, String name) {
		count("describe", name);
		return this.door.describe(target, name);
	}

	@Override
	public Map<String, String> tags(Target target, String arn) {
		count("tags", arn.substring(arn.lastIndexOf('/') + 1));
		return this.door.tags(target, arn);
	}

	@Override
	public ListPage list(Target target, ListRequest request) {
		return this.door.list(target, request);
	}

	private void count(String call, String name) {
		this.calls.merge(call + " " + name, 1, Integer::sum);
	}

}
