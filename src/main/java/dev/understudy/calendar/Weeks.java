package dev.understudy.calendar;

import java.time.DayOfWeek;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.time.temporal.TemporalAdjusters;
import java.util.List;
import java.util.Locale;
import java.util.stream.IntStream;

/**
 * A window of whole weeks, in UTC, and where moments lie in it.
 *
 * @param from its first day
 * @param count how many weeks, 1 to {@link #MOST}
 */
public record Weeks(LocalDate from, int count) {

	/** The longest window. */
	public static final int MOST = 12;

	/** The window when nobody says. */
	public static final int USUAL = 4;

	private static final int FIRST_YEAR = 2000;

	private static final int LAST_YEAR = 2199;

	public Weeks {
		if (count < 1 || count > MOST) {
			throw new IllegalArgumentException("A calendar shows 1 to %d weeks".formatted(MOST));
		}
		if (from.getYear() < FIRST_YEAR || from.getYear() > LAST_YEAR) {
			throw new IllegalArgumentException("A calendar begins between %d and %d".formatted(FIRST_YEAR, LAST_YEAR));
		}
	}

	/**
	 * The window that begins with this week's Monday.
	 * @param now the moment
	 * @param count how many weeks
	 * @return the window
	 */
	public static Weeks around(Instant now, int count) {
		LocalDate today = LocalDate.ofInstant(now, ZoneOffset.UTC);
		return new Weeks(today.with(TemporalAdjusters.previousOrSame(DayOfWeek.MONDAY)), count);
	}

	/**
	 * Its begin.
	 * @return inclusive
	 */
	public Instant begin() {
		return this.from.atStartOfDay(ZoneOffset.UTC).toInstant();
	}

	/**
	 * Its end.
	 * @return exclusive
	 */
	public Instant end() {
		return this.from.plusWeeks(this.count).atStartOfDay(ZoneOffset.UTC).toInstant();
	}

	/**
	 * Its last day.
	 * @return inclusive
	 */
	public LocalDate last() {
		return this.from.plusWeeks(this.count).minusDays(1);
	}

	/**
	 * The first day of the window before.
	 * @return as many weeks earlier as this has
	 */
	public LocalDate before() {
		return this.from.minusWeeks(this.count);
	}

	/**
	 * The first day of the window after.
	 * @return as many weeks later as this has
	 */
	public LocalDate after() {
		return this.from.plusWeeks(this.count);
	}

	/**
	 * The first days of its weeks.
	 * @return as many as it has weeks
	 */
	public List<LocalDate> starts() {
		return IntStream.range(0, this.count).mapToObj(this.from::plusWeeks).toList();
	}

	/**
	 * Whether a moment lies in it.
	 * @param time the moment
	 * @return true from its begin until before its end
	 */
	public boolean contains(Instant time) {
		return !time.isBefore(begin()) && time.isBefore(end());
	}

	/**
	 * Where some time lies, cut at the window's ends.
	 * @param begin its begin
	 * @param end its end
	 * @return its place, never thinner than a line that can be seen
	 */
	public Place place(Instant begin, Instant end) {
		double left = share(begin);
		return new Place(percent(left), percent(Math.max(share(end) - left, 0.004)));
	}

	/**
	 * Where a moment lies, cut at the window's ends.
	 * @param time the moment
	 * @return from "0.000%" to "100.000%"
	 */
	public String at(Instant time) {
		return percent(share(time));
	}

	/**
	 * Where a day begins.
	 * @param day the day
	 * @return from "0.000%" to "100.000%"
	 */
	public String at(LocalDate day) {
		return at(day.atStartOfDay(ZoneOffset.UTC).toInstant());
	}

	private double share(Instant time) {
		double whole = Duration.between(begin(), end()).toSeconds();
		return Math.clamp(Duration.between(begin(), time).toSeconds() / whole, 0, 1);
	}

	private static String percent(double share) {
		return String.format(Locale.ROOT, "%.3f%%", 100 * share);
	}

	/**
	 * A place in a drawing as wide as the window.
	 *
	 * @param x where it begins, such as "12.500%"
	 * @param width how wide it is
	 */
	public record Place(String x, String width) {
	}

}
