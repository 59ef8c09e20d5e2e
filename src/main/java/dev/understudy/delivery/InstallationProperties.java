package dev.understudy.delivery;

import java.nio.file.Path;
import java.util.UUID;

import org.jspecify.annotations.Nullable;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * What the configuration calls this installation.
 *
 * @param installationId its name, a UUID; absent to keep it in a file in the data
 * directory, which does for one machine
 * @param dataDir where this process keeps its data
 */
@ConfigurationProperties("understudy")
record InstallationProperties(@Nullable UUID installationId, @DefaultValue(".understudy") Path dataDir) {

	Path file() {
		return this.dataDir.toAbsolutePath().normalize().resolve("installation-id");
	}

}
