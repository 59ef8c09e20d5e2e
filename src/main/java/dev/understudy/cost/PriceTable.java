package dev.understudy.cost;

import java.math.BigDecimal;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.Currency;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.regex.Pattern;

import org.jspecify.annotations.Nullable;

import dev.understudy.cost.Price.Place;

/**
 * A price table as text: CSV with exactly the columns of {@link #COLUMNS}. Reading is
 * strict, and goes on after a fault to find the others.
 *
 * @param prices what was read, by region and instance type
 * @param faults what is wrong; if there is anything, nothing should be kept
 */
public record PriceTable(List<Price> prices, List<Fault> faults) {

	/** The header, in this order. */
	public static final List<String> COLUMNS = List.of("region", "instanceType", "price", "currency", "date", "source");

	/** Most rows of a table. */
	static final int MOST = 20_000;

	/** Most bytes of a table, which leaves 200 for each row. */
	public static final int LONGEST = 4 * 1024 * 1024;

	/** Most faults that are told. */
	static final int MOST_FAULTS = 50;

	private static final int SOURCE = 200;

	private static final Pattern REGION = Pattern.compile("[a-z]{2}(-[a-z]{2,16}){1,3}-[0-9]{1,2}");

	private static final Pattern INSTANCE_TYPE = Pattern.compile("ml\\.[a-z0-9-]{1,24}\\.[a-z0-9-]{1,24}");

	private static final Pattern AMOUNT = Pattern.compile("[0-9]{1,6}([.][0-9]{1,6})?");

	public PriceTable {
		prices = List.copyOf(prices);
		faults = List.copyOf(faults);
	}

	/**
	 * Reads a table.
	 * @param csv header and rows
	 * @return the prices and what is wrong
	 */
	public static PriceTable read(String csv) {
		if (csv.length() > LONGEST) {
			return new PriceTable(List.of(), List.of(new Fault(1, "too-long", "")));
		}
		try {
			return new Reading(Csv.read(csv)).table();
		}
		catch (Csv.BrokenCsvException ex) {
			return new PriceTable(List.of(), List.of(new Fault(ex.line(), "csv", "")));
		}
	}

	/**
	 * Writes a table so that {@link #read} reads the same.
	 * @param prices the rows
	 * @return the table with its header
	 */
	public static String write(List<Price> prices) {
		StringBuilder csv = new StringBuilder(Csv.write(COLUMNS));
		prices.forEach((price) -> csv.append(Csv.write(List.of(price.region(), price.instanceType(),
				price.amount().toPlainString(), price.currency(), price.date(), price.source()))));
		return csv.toString();
	}

	/**
	 * Whether it can be kept.
	 * @return true if nothing is wrong
	 */
	public boolean isSound() {
		return this.faults.isEmpty();
	}

	/**
	 * Something wrong in a table.
	 *
	 * @param line where, from 1
	 * @param problem what, a name for texts to be found by
	 * @param value what stands there, short
	 */
	public record Fault(int line, String problem, String value) {

		private static final int SHORT = 60;

		public Fault {
			value = (value.length() > SHORT) ? value.substring(0, SHORT - 1) + "…" : value;
		}

	}

	/** One pass over the rows. */
	private static final class Reading {

		private final List<Csv.Row> rows;

		private final Map<Place, Price> prices = new TreeMap<>();

		private final Map<Place, Integer> lines = new TreeMap<>();

		private final List<Fault> faults = new ArrayList<>();

		Reading(List<Csv.Row> rows) {
			this.rows = rows;
		}

		PriceTable table() {
			if (this.rows.isEmpty() || !this.rows.getFirst().values().equals(COLUMNS)) {
				fault(1, "header", this.rows.isEmpty() ? "" : String.join(",", this.rows.getFirst().values()));
			}
			else if (this.rows.size() - 1 > MOST) {
				fault(this.rows.get(MOST + 1).line(), "too-many", Integer.toString(MOST));
			}
			else {
				this.rows.stream().skip(1).forEach(this::row);
			}
			return new PriceTable(List.copyOf(this.prices.values()), this.faults);
		}

		private void row(Csv.Row row) {
			if (row.values().size() != COLUMNS.size()) {
				fault(row.line(), "columns", Integer.toString(row.values().size()));
				return;
			}
			List<String> values = row.values().stream().map(String::strip).toList();
			int before = this.faults.size();
			check(row, "region", values.get(0), REGION.matcher(values.get(0)).matches());
			check(row, "instance-type", values.get(1), INSTANCE_TYPE.matcher(values.get(1)).matches());
			check(row, "price", values.get(2), AMOUNT.matcher(values.get(2)).matches());
			check(row, "currency", values.get(3), isCurrency(values.get(3)));
			check(row, "date", values.get(4), isDate(values.get(4)));
			check(row, "source", values.get(5), isSource(values.get(5)));
			if (this.faults.size() == before) {
				keep(row, new Price(values.get(0), values.get(1), new BigDecimal(values.get(2)), values.get(3),
						values.get(4), values.get(5)));
			}
		}

		private void keep(Csv.Row row, Price price) {
			Integer first = this.lines.putIfAbsent(price.place(), row.line());
			check(row, "twice", price.place() + ", " + first, first == null);
			this.prices.putIfAbsent(price.place(), price);
		}

		private void check(Csv.Row row, String problem, String value, boolean right) {
			if (!right) {
				fault(row.line(), problem, value);
			}
		}

		private void fault(int line, String problem, String value) {
			if (this.faults.size() < MOST_FAULTS) {
				this.faults.add(new Fault(line, problem, value));
			}
		}

		private static boolean isCurrency(String code) {
			return Currency.getAvailableCurrencies().stream().anyMatch((it) -> it.getCurrencyCode().equals(code));
		}

		private static boolean isDate(String text) {
			return parses(text, 7, () -> YearMonth.parse(text)) || parses(text, 10, () -> LocalDate.parse(text));
		}

		private static boolean parses(String text, int length, Parsing parsing) {
			try {
				return text.length() == length && parsing.parse() != null;
			}
			catch (DateTimeException notOne) {
				return false;
			}
		}

		private static boolean isSource(String text) {
			return !text.isEmpty() && text.length() <= SOURCE && text.chars().noneMatch(Reading::isUnfit);
		}

		/** Neither line breaks nor what PostgreSQL cannot store. */
		private static boolean isUnfit(int character) {
			return Character.isISOControl(character) || Character.isSurrogate((char) character);
		}

		private interface Parsing {

			@Nullable Object parse();

		}

	}

}
