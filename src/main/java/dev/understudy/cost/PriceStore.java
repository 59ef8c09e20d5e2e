package dev.understudy.cost;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.Collection;
import java.util.List;
import java.util.Optional;

import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

import dev.understudy.cost.Price.Place;

/** The table of prices: one for each region and instance type. */
@Repository
class PriceStore {

	private static final String SELECT = "select region, instance_type, amount, currency, priced, source from price ";

	private final JdbcClient jdbc;

	private final JdbcTemplate batches;

	PriceStore(JdbcClient jdbc, JdbcTemplate batches) {
		this.jdbc = jdbc;
		this.batches = batches;
	}

	Optional<Price> find(String region, String instanceType) {
		return this.jdbc.sql(SELECT + "where region = :region and instance_type = :type")
			.param("region", region)
			.param("type", instanceType)
			.query(PriceStore::price)
			.optional();
	}

	List<Price> find(String region, Collection<String> instanceTypes) {
		return this.jdbc.sql(SELECT + "where region = :region and instance_type in (:types)")
			.param("region", region)
			.param("types", instanceTypes)
			.query(PriceStore::price)
			.list();
	}

	List<Price> of(String region) {
		return this.jdbc.sql(SELECT + "where region = :region order by instance_type")
			.param("region", region)
			.query(PriceStore::price)
			.list();
	}

	List<Price> all() {
		return this.jdbc.sql(SELECT + "order by region, instance_type").query(PriceStore::price).list();
	}

	/** Those after a place whose region or instance type contains a text. */
	List<Price> page(String text, Place after, int limit) {
		return this.jdbc.sql(SELECT + """
				where (region, instance_type) > (:region, :type)
				    and (position(:text in region) > 0 or position(:text in instance_type) > 0)
				order by region, instance_type limit :limit""")
			.param("region", after.region())
			.param("type", after.instanceType())
			.param("text", text.replace('\0', ' '))
			.param("limit", limit)
			.query(PriceStore::price)
			.list();
	}

	/** Until the transaction ends nobody else changes the table. */
	List<Price> lock() {
		this.jdbc.sql("lock table price in share row exclusive mode").update();
		return all();
	}

	void keep(List<Price> prices) {
		this.batches.batchUpdate("""
				insert into price (region, instance_type, amount, currency, priced, source) values (?, ?, ?, ?, ?, ?)
				on conflict (region, instance_type) do update set amount = excluded.amount,
				    currency = excluded.currency, priced = excluded.priced, source = excluded.source""",
				prices.stream()
					.map((it) -> new Object[] { it.region(), it.instanceType(), it.amount(), it.currency(), it.date(),
							it.source() })
					.toList());
	}

	void remove(List<Price> prices) {
		this.batches.batchUpdate("delete from price where region = ? and instance_type = ?",
				prices.stream().map((it) -> new Object[] { it.region(), it.instanceType() }).toList());
	}

	private static Price price(ResultSet row, int number) throws SQLException {
		return new Price(row.getString("region"), row.getString("instance_type"), row.getBigDecimal("amount"),
				row.getString("currency"), row.getString("priced"), row.getString("source"));
	}

}
