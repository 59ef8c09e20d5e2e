package dev.understudy.cost;

import java.math.BigDecimal;
import java.util.List;
import java.util.Random;
import java.util.random.RandomGenerator;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

import dev.understudy.cost.PriceTable.Fault;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

class PriceTableTests {

	private static final String HEADER = "region,instanceType,price,currency,date,source\n";

	private static final String ROW = "us-east-1,ml.m5.xlarge,0.23,USD,2025-04,a list\n";

	@Test
	void aTableInOrderIsReadByRegionAndType() {
		PriceTable table = PriceTable
			.read("\uFEFF" + HEADER + "us-west-2,ml.m5.xlarge,1,EUR,2026-01-31,\"a, \"\"b\"\"\"\r\n\n" + ROW);
		assertThat(table.faults()).isEmpty();
		assertThat(table.prices()).containsExactly(PricesOf.m5(),
				new Price("us-west-2", "ml.m5.xlarge", BigDecimal.ONE, "EUR", "2026-01-31", "a, \"b\""));
	}

	@ParameterizedTest
	@CsvSource(delimiter = '|', textBlock = """
			eu|ml.m5.xlarge|0.23|USD|2025-04|a list|region
			us-east-1|m5.xlarge|0.23|USD|2025-04|a list|instance-type
			us-east-1|ml.m5.xlarge|0,23|USD|2025-04|a list|price
			us-east-1|ml.m5.xlarge|-1|USD|2025-04|a list|price
			us-east-1|ml.m5.xlarge|1e3|USD|2025-04|a list|price
			us-east-1|ml.m5.xlarge|0.1234567|USD|2025-04|a list|price
			us-east-1|ml.m5.xlarge|0.23|usd|2025-04|a list|currency
			us-east-1|ml.m5.xlarge|0.23|USX|2025-04|a list|currency
			us-east-1|ml.m5.xlarge|0.23|USD|2025|a list|date
			us-east-1|ml.m5.xlarge|0.23|USD|2025-02-30|a list|date
			us-east-1|ml.m5.xlarge|0.23|USD|2025-13|a list|date
			us-east-1|ml.m5.xlarge|0.23|USD|2025-04||source
			""")
	void whatIsWrongIsToldWithItsLine(String region, String type, String price, String currency, String date,
			String source, String problem) {
		String row = Csv.write(List.of(region, type, price, currency, date, (source != null) ? source : ""));
		PriceTable table = PriceTable.read(HEADER + "\n" + ROW.replace("m5", "c5") + row);
		assertThat(table.faults()).extracting(Fault::line, Fault::problem)
			.containsExactly(org.assertj.core.groups.Tuple.tuple(4, problem));
		assertThat(table.isSound()).isFalse();
	}

	@Test
	void everyFaultOfARowIsTold() {
		assertThat(PriceTable.read(HEADER + "x,y,z,1,2,\"\"\n").faults()).extracting(Fault::problem)
			.containsExactly("region", "instance-type", "price", "currency", "date", "source");
	}

	@Test
	void aPriceStandsInTheTableOnce() {
		assertThat(PriceTable.read(HEADER + ROW + ROW).faults())
			.containsExactly(new Fault(3, "twice", "us-east-1 ml.m5.xlarge, 2"));
	}

	@ParameterizedTest
	@ValueSource(strings = { "", "region;instanceType\n", "instanceType,region,price,currency,date,source\n" })
	void anotherHeaderIsRefused(String text) {
		assertThat(PriceTable.read(text).faults()).extracting(Fault::problem).containsExactly("header");
	}

	@ParameterizedTest
	@ValueSource(strings = { "a,\"b", "a\"b,c\n", "\"a\"b\n" })
	void aQuoteOutOfPlaceIsRefused(String text) {
		assertThatExceptionOfType(Csv.BrokenCsvException.class).isThrownBy(() -> Csv.read(text));
		assertThat(PriceTable.read(HEADER + text).faults()).containsExactly(new Fault(2, "csv", ""));
	}

	@Test
	void faultsAreToldUpToALimit() {
		String rows = "x,y\n".repeat(3 * PriceTable.MOST_FAULTS);
		assertThat(PriceTable.read(HEADER + rows).faults()).hasSize(PriceTable.MOST_FAULTS);
	}

	@Test
	void moreRowsThanATableMayHaveAreRefused() {
		assertThat(PriceTable.read(HEADER + ROW.repeat(PriceTable.MOST + 1)).faults())
			.containsExactly(new Fault(PriceTable.MOST + 2, "too-many", "20000"));
	}

	@ParameterizedTest
	@ValueSource(strings = { "=1+1", "+1", "-1", "@SUM(A1)", "'=1", "''=1" })
	void formulasAreDefusedAndReadBack(String source) {
		Price price = new Price("us-east-1", "ml.m5.xlarge", BigDecimal.ONE, "USD", "2025-04", source);
		assertThat(PriceTable.write(List.of(price))).contains(",'" + source);
		assertThat(PriceTable.read(PriceTable.write(List.of(price))).prices()).containsExactly(price);
	}

	@Test
	void anyValuesComeBackAsTheyWere() {
		long seed = System.nanoTime();
		RandomGenerator random = new Random(seed);
		String alphabet = "ab,\"'=+-@\t\r\n ";
		for (int i = 0; i < 2000; i++) {
			List<String> values = IntStream.range(0, 1 + random.nextInt(4))
				.mapToObj((column) -> random.ints(random.nextInt(6), 0, alphabet.length())
					.mapToObj((at) -> String.valueOf(alphabet.charAt(at)))
					.collect(Collectors.joining("", "x".repeat(column == 0 ? 1 : 0), "")))
				.toList();
			assertThat(Csv.read(Csv.write(values))).as("seed %d", seed)
				.extracting(Csv.Row::values)
				.containsExactly(values);
		}
	}

	@Test
	void loadingTellsWhatItChanges() {
		List<Price> current = List.of(PricesOf.g5(), PricesOf.m5());
		PriceChange replaced = PriceChange.between(current, List.of(PricesOf.m5("0.25")), Loading.REPLACE);
		assertThat(replaced.changed()).containsExactly(PricesOf.m5("0.25"));
		assertThat(replaced.removed()).containsExactly(PricesOf.g5());
		assertThat(replaced.before()).containsExactly(PricesOf.m5(), PricesOf.g5());
		PriceChange added = PriceChange.between(current, List.of(PricesOf.m5("0.230")), Loading.ADD);
		assertThat(added.isNothing()).isTrue();
		assertThat(added.same()).isEqualTo(2);
	}

}
