package dev.understudy.definition;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Collections;
import java.util.LinkedHashSet;
import java.util.Objects;
import java.util.Set;

/**
 * The instance types that AWS's service model named when this version was made. An open
 * set: SageMaker takes newer ones too.
 */
public final class InstanceTypes {

	private static final Set<String> KNOWN = Collections.unmodifiableSet(read("/definition/instance-types.txt"));

	private InstanceTypes() {
	}

	/**
	 * All known types, sorted by name.
	 */
	public static Set<String> known() {
		return KNOWN;
	}

	private static Set<String> read(String resource) {
		try (InputStream file = Objects.requireNonNull(InstanceTypes.class.getResourceAsStream(resource), resource)) {
			String types = new String(file.readAllBytes(), StandardCharsets.UTF_8);
			return new LinkedHashSet<>(types.lines().toList());
		}
		catch (IOException ex) {
			throw new UncheckedIOException(ex);
		}
	}

}
