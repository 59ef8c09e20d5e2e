package dev.understudy.cost;

import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;

import org.jspecify.annotations.Nullable;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

import dev.understudy.actor.Actor;
import dev.understudy.cost.Price.Place;
import dev.understudy.shell.Page;
import dev.understudy.shell.PageToken;

/**
 * The prices this installation knows. They come with a few and are kept by admins; what
 * has none is unknown.
 */
@Service
@Transactional
public class Prices {

	private static final Place BEGINNING = new Place("", "");

	private final PriceStore store;

	private final ApplicationEventPublisher events;

	Prices(PriceStore store, ApplicationEventPublisher events) {
		this.store = store;
		this.events = events;
	}

	/**
	 * What an instance costs.
	 * @param region AWS region
	 * @param instanceType the instance type
	 * @return its price; empty if unknown
	 */
	@Transactional(readOnly = true)
	public Optional<Price> find(String region, String instanceType) {
		return this.store.find(region, instanceType);
	}

	/**
	 * What some instances cost.
	 * @param region AWS region
	 * @param instanceTypes the instance types
	 * @return the known prices by instance type
	 */
	@Transactional(readOnly = true)
	public Map<String, Price> find(String region, Collection<String> instanceTypes) {
		return this.store.find(region, instanceTypes)
			.stream()
			.collect(Collectors.toUnmodifiableMap(Price::instanceType, Function.identity()));
	}

	/**
	 * What instances cost in a region.
	 * @param region AWS region
	 * @return the known prices by instance type
	 */
	@Transactional(readOnly = true)
	public List<Price> of(String region) {
		return this.store.of(region);
	}

	/**
	 * The whole table, by region and instance type.
	 * @return at most 20,000 prices
	 */
	@Transactional(readOnly = true)
	public List<Price> all() {
		return this.store.all();
	}

	/**
	 * Lists prices by region and instance type.
	 * @param text a part of either; empty for all
	 * @param pageToken where to go on, from the page before
	 * @return a page of them
	 * @throws dev.understudy.shell.PageTokenException if the token is not from such a
	 * list
	 */
	@Transactional(readOnly = true)
	public Page<Price> list(String text, @Nullable String pageToken) {
		Place after = (pageToken != null) ? place(PageToken.decode(pageToken, 2)) : BEGINNING;
		return Page.cut(this.store.page(text, after, Page.DEFAULT_SIZE + 1), Page.DEFAULT_SIZE,
				(price) -> PageToken.of(price.region(), price.instanceType()));
	}

	/**
	 * What loading prices would change now.
	 * @param prices the loaded prices
	 * @param loading what becomes of the others
	 * @return the change, which is not made
	 */
	@Transactional(readOnly = true)
	public PriceChange preview(List<Price> prices, Loading loading) {
		return PriceChange.between(this.store.all(), prices, loading);
	}

	/**
	 * Loads prices, all or none.
	 * @param prices the loaded prices, one for each region and instance type
	 * @param loading what becomes of the others
	 * @param by who loads them
	 * @return what it changed
	 * @throws PriceTableFullException if there would be more than 20,000
	 */
	public PriceChange load(List<Price> prices, Loading loading, Actor by) {
		List<Price> current = this.store.lock();
		PriceChange change = PriceChange.between(current, prices, loading);
		if (current.size() + change.added().size() - change.removed().size() > PriceTable.MOST) {
			throw new PriceTableFullException();
		}
		if (!change.isNothing()) {
			this.store.remove(change.removed());
			this.store.keep(change.written());
			this.events.publishEvent(new PricesLoaded(by, loading, change));
		}
		return change;
	}

	private static Place place(PageToken token) {
		return new Place(token.values().getFirst(), token.values().getLast());
	}

}
