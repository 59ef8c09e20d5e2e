package dev.understudy.cost;

import org.junit.jupiter.api.Test;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpMethod;
import org.springframework.test.web.servlet.assertj.MvcTestResult;

import static org.assertj.core.api.Assertions.assertThat;

/** The table of prices is looked at, checked and loaded. */
class PriceTableWebTests extends CostSetting {

	@Test
	void theTableIsReadAndLoadedOverRest() {
		assertThat(call(HttpMethod.GET, "/api/v1/prices", "viewer", "text/csv", "")).hasStatusOk()
			.hasContentTypeCompatibleWith("text/csv")
			.bodyText()
			.isEqualTo(HEADER + "us-east-1,ml.m5.xlarge,0.23,USD,2025-04,\"" + SEED + "\"\r\n");
		MvcTestResult added = call(HttpMethod.PUT, "/api/v1/prices?mode=add", "admin", "text/csv",
				HEADER + "eu-central-1,ml.m5.xlarge,0.27,EUR,2026-01-02,mine\n");
		assertThat(added).hasStatusOk()
			.bodyJson()
			.isStrictlyEqualTo("{\"added\":1,\"changed\":0,\"removed\":0,\"same\":1}");
		MvcTestResult replaced = call(HttpMethod.PUT, "/api/v1/prices", "admin", "text/csv",
				HEADER + "eu-central-1,ml.m5.xlarge,0.28,EUR,2026-01-02,mine\n");
		assertThat(replaced).bodyJson().isStrictlyEqualTo("{\"added\":0,\"changed\":1,\"removed\":1,\"same\":0}");
		String audited = this.jdbc.sql(
				"select before::text || ' ' || after::text from audit_entry where action = 'prices.replaced' order by id desc limit 1")
			.query(String.class)
			.single();
		assertThat(audited).contains("0.27 EUR", "us-east-1 ml.m5.xlarge", "0.28 EUR");
	}

	@Test
	void aTableThatIsNotInOrderChangesNothing() {
		MvcTestResult refused = call(HttpMethod.PUT, "/api/v1/prices", "admin", "text/csv",
				HEADER + "us-east-1,ml.m5.xlarge,0.30,USD,2026-01,mine\nhere,ml.m5.xlarge,free,USD,2026-01,mine\n");
		assertThat(refused).hasStatus(422).bodyJson().extractingPath("$.code").isEqualTo("prices-refused");
		assertThat(json(refused).path("errors").values()).extracting((it) -> it.path("line").intValue())
			.containsExactly(3, 3);
		assertThat(json(refused).path("errors").values()).extracting((it) -> it.path("message").stringValue())
			.first()
			.asString()
			.contains("“here” is no AWS region");
		assertThat(call(HttpMethod.GET, "/api/v1/prices", "viewer", "text/csv", "")).bodyText().contains("0.23");
		assertThat(call(HttpMethod.PUT, "/api/v1/prices?mode=merge", "admin", "text/csv", HEADER)).hasStatus(400);
		assertThat(call(HttpMethod.PUT, "/api/v1/prices", "admin", "application/json", "{}")).hasStatus(415);
	}

	@Test
	void anAdminLooksAtATableBeforeLoadingIt() {
		String table = HEADER
				+ "us-east-1,ml.m5.xlarge,0.25,USD,2026-01,mine\nus-east-1,ml.g5.xlarge,1.5,USD,2026-01,mine\n";
		assertThat(prices("/settings/prices/check", table)).hasStatusOk()
			.bodyText()
			.contains("2 prices are in order", "1 new, 1 changed", "0.23 USD")
			.doesNotContain("??");
		assertThat(prices("/settings/prices", table)).hasStatus(302);
		assertThat(this.mvc.get().uri("/settings/prices?q=g5")).bodyText()
			.contains("1.5 USD")
			.doesNotContain("0.25 USD");
		assertThat(this.mvc.get().uri("/settings/prices/prices.csv")).hasStatusOk()
			.headers()
			.hasValue(HttpHeaders.CONTENT_DISPOSITION, "attachment; filename=\"prices.csv\"");
	}

	@Test
	void aTableThatIsNotInOrderStaysInItsFieldWithWhatIsWrong() {
		for (String path : new String[] { "/settings/prices/check", "/settings/prices" }) {
			assertThat(prices(path, HEADER + "us-east-1,<b>,0.25,USD,2026-01,mine\n")).hasStatus(422)
				.bodyText()
				.contains("Line 2", "“&lt;b&gt;” is no instance type", "us-east-1,&lt;b&gt;,0.25");
		}
	}

	@Test
	void aTableWithEveryPriceOfEveryRegionIsLoaded() {
		StringBuilder rows = new StringBuilder(HEADER);
		for (int i = 0; i < 20_000; i++) {
			rows.append("us-east-%d,ml.m%d.xlarge,0.25,USD,2026-01,\"%s\"\r\n".formatted(1 + i % 40, i, SEED));
		}
		assertThat(rows.length()).isGreaterThan(1_500_000);
		MvcTestResult loaded = call(HttpMethod.PUT, "/api/v1/prices", "admin", "text/csv", rows.toString());
		assertThat(loaded).hasStatusOk().bodyJson().extractingPath("$.added").isEqualTo(20_000);
		assertThat(prices("/settings/prices/check", rows.toString())).hasStatusOk()
			.bodyText()
			.contains("20,000 prices are in order");
	}

	@Test
	void aTableBeyondTheLimitIsRefusedInWords() {
		String table = HEADER + "x".repeat(4 * 1024 * 1024);
		assertThat(call(HttpMethod.PUT, "/api/v1/prices", "admin", "text/csv", table)).hasStatus(413)
			.bodyJson()
			.extractingPath("$.detail")
			.asString()
			.contains("4194304 bytes");
		assertThat(prices("/settings/prices/check", table)).hasStatus(422)
			.bodyText()
			.contains("a table has at most 4 MB");
		assertThat(call(HttpMethod.POST, "/api/v1/cost", "viewer", "application/json", " ".repeat(300_000)))
			.hasStatus(413);
	}

}
