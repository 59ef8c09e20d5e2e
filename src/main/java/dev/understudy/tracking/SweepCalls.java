package dev.understudy.tracking;

import java.util.EnumSet;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;
import java.util.function.Predicate;

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
 * The calls to SageMaker that walks through the list make: the one place where they are
 * made, and can be counted and slowed down.
 */
@Component
class SweepCalls {

	/** More pages than any account can fill mean a loop. */
	private static final int MOST_PAGES = 5000;

	private static final int MOST_EMPTY_PAGES = 50;

	private static final int TRIES = 3;

	private static final Set<Kind> MAY_PASS = EnumSet.of(Kind.UNAVAILABLE, Kind.UNREACHABLE, Kind.NO_ANSWER,
			Kind.UNKNOWN);

	private final ShadowTests shadowTests;

	private final Budget budget;

	SweepCalls(ShadowTests shadowTests, Budget budget) {
		this.budget = budget;
		this.shadowTests = shadowTests;
	}

	/**
	 * Reads the list page by page, from new to old. Empty pages that go on are normal, up
	 * to a point.
	 * @param target where
	 * @param goesOn is given each page, and says whether it wants the one after it
	 * @throws SageMakerRefusal if a page could not be read, several times where that may
	 * pass, or they do not come to an end
	 */
	void walk(Target target, Predicate<ListPage> goesOn) {
		ListRequest request = ListRequest.FIRST;
		Set<String> tokens = new HashSet<>();
		int empty = 0;
		for (int pages = 0; pages < MOST_PAGES && empty < MOST_EMPTY_PAGES; pages++) {
			ListPage page = page(target, request, TRIES);
			boolean wanted = goesOn.test(page);
			String next = page.nextToken();
			if (next == null || !wanted) {
				return;
			}
			// A page that was left empty may be asked for again by the same token.
			if (!tokens.add(next) && !page.items().isEmpty()) {
				break;
			}
			empty = page.items().isEmpty() ? empty + 1 : 0;
			request = request.after(next);
		}
		throw new SageMakerRefusal(Kind.UNKNOWN, "endless-list", "ListInferenceExperiments does not come to an end",
				null, null);
	}

	/**
	 * One answer that stays away must not cost all the pages that were read before it.
	 */
	private ListPage page(Target target, ListRequest request, int tries) {
		this.budget.spend(target);
		try {
			return this.shadowTests.list(target, request);
		}
		catch (SageMakerRefusal refusal) {
			if (tries > 1 && MAY_PASS.contains(refusal.kind())) {
				return page(target, request, tries - 1);
			}
			throw refusal;
		}
	}

	Observed<ShadowTest> describe(Target target, String name) {
		this.budget.spend(target);
		return this.shadowTests.describe(target, name);
	}

	Map<String, String> tags(Target target, String arn) {
		this.budget.spend(target);
		return this.shadowTests.tags(target, arn);
	}

}
