package dev.understudy.delivery;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import java.util.UUID;

import org.springframework.stereotype.Component;

/**
 * The name of this installation outside the database: a property, or else a file in the
 * data directory.
 */
@Component
class ConfiguredName {

	private final InstallationProperties properties;

	ConfiguredName(InstallationProperties properties) {
		this.properties = properties;
	}

	Optional<UUID> find() {
		if (this.properties.installationId() != null) {
			return Optional.of(this.properties.installationId());
		}
		Path file = this.properties.file();
		try {
			return Files.exists(file) ? Optional.of(UUID.fromString(Files.readString(file).strip())) : Optional.empty();
		}
		catch (IOException | IllegalArgumentException ex) {
			throw new IllegalStateException("%s does not hold the name of this installation".formatted(file), ex);
		}
	}

	/**
	 * Keeps a name where there is none yet.
	 */
	void keep(UUID name) {
		Path file = this.properties.file();
		try {
			Files.createDirectories(file.getParent());
			Files.writeString(file, name + System.lineSeparator());
		}
		catch (IOException ex) {
			throw new UncheckedIOException("Cannot write " + file, ex);
		}
	}

}
