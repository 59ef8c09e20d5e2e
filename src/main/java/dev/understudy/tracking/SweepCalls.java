package dev.understudy.tracking;

import java.util.List;
import java.util.Map;
import java.util.function.Consumer;

import org.springframework.stereotype.Component;

import dev.understudy.sagemaker.ListPage;
import dev.understudy.sagemaker.ListRequest;
import dev.understudy.sagemaker.Observed;
import dev.understudy.sagemaker.SageMakerRefusal;
import dev.understudy.sagemaker.SageMakerRefusal.Kind;
import dev.understudy.sagemaker.ShadowTest;
import dev.understudy.sagemaker.ShadowTests;
import dev.understudy.target.Target;

/**
 * The calls to SageMaker that a search makes: the one place where they are made, and can
 * be counted and slowed down.
 */
@Component
class SweepCalls {

	/** More pages than any account can fill mean a loop. */
	private static final int MOST_PAGES = 5000;

	private static final int MOST_EMPTY_PAGES = 50;

	private final ShadowTests shadowTests;

	SweepCalls(ShadowTests shadowTests) {
		this.shadowTests = shadowTests;
	}

	/**
	 * Reads the whole list, page by page. Empty pages that go on are normal, up to a
	 * point.
	 * @param target where
	 * @param each is given the items of each page
	 * @throws SageMakerRefusal if a page could not be read, or they do not come to an end
	 */
	void walk(Target target, Consumer<List<ListPage.Item>> each) {
		ListRequest request = ListRequest.FIRST;
		int empty = 0;
		for (int pages = 0; pages < MOST_PAGES && empty < MOST_EMPTY_PAGES; pages++) {
			ListPage page = this.shadowTests.list(target, request);
			each.accept(page.items());
			if (page.nextToken() == null) {
				return;
			}
			empty = page.items().isEmpty() ? empty + 1 : 0;
			request = request.after(page.nextToken());
		}
		throw new SageMakerRefusal(Kind.UNKNOWN, "endless-list", "ListInferenceExperiments does not come to an end",
				null, null);
	}

	Observed<ShadowTest> describe(Target target, String name) {
		return this.shadowTests.describe(target, name);
	}

	Map<String, String> tags(Target target, String arn) {
		return this.shadowTests.tags(target, arn);
	}

}
