package dev.understudy.catalog;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Locale;

import org.jspecify.annotations.Nullable;
import org.springframework.core.io.ClassPathResource;
import org.springframework.stereotype.Component;

/**
 * What is known of instance types. The file goes with this version; AWS adds types all
 * the time, so that a type that is missing here is no mistake.
 */
@Component
public class InstanceTypeTable {

	private static final String FILE = "catalog/instance-types.csv";

	private static final int COLUMNS = 5;

	private final List<InstanceType> types = read();

	/**
	 * Searches for instance types.
	 * @param part a part of the name, in any case; null for any
	 * @param most how many at most
	 * @return types by name
	 */
	public List<InstanceType> search(@Nullable String part, int most) {
		String wanted = (part != null) ? part.strip().toLowerCase(Locale.ROOT) : "";
		return this.types.stream().filter((type) -> type.name().contains(wanted)).limit(most).toList();
	}

	private static List<InstanceType> read() {
		try (InputStream file = new ClassPathResource(FILE).getInputStream()) {
			return new String(file.readAllBytes(), StandardCharsets.UTF_8).lines()
				.filter((line) -> !line.startsWith("#"))
				.map((line) -> type(line.split(",", COLUMNS)))
				.toList();
		}
		catch (IOException ex) {
			throw new UncheckedIOException(ex);
		}
	}

	private static InstanceType type(String[] cells) {
		return new InstanceType(cells[0], cells[1], cells[2].isEmpty() ? null : Integer.valueOf(cells[2]),
				cells[3].isEmpty() ? null : new BigDecimal(cells[3]), cells[4].isEmpty() ? null : cells[4]);
	}

}
