package dev.understudy.reliability;

import java.io.File;
import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.jar.JarEntry;
import java.util.jar.JarOutputStream;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * Prepares the application for being started hundreds of times: its classes in a jar,
 * because an ahead-of-time cache takes nothing else, and that cache.
 *
 * @param classPath to start with
 * @param cache of the virtual machine, made by the first start
 */
record QuickStart(String classPath, Path cache) {

	static QuickStart in(Path directory) {
		try {
			Files.createDirectories(directory);
			String classPath = Stream.of(System.getProperty("java.class.path").split(File.pathSeparator))
				.map(Path::of)
				.filter(Files::exists)
				.map((entry) -> Files.isDirectory(entry) ? jar(entry, directory) : entry)
				.map(Path::toString)
				.collect(Collectors.joining(File.pathSeparator));
			return new QuickStart(classPath, directory.resolve("application.aot"));
		}
		catch (IOException ex) {
			throw new UncheckedIOException(ex);
		}
	}

	private static Path jar(Path classes, Path directory) {
		Path jar = directory.resolve(classes.getFileName() + ".jar");
		try (Stream<Path> files = Files.walk(classes);
				OutputStream out = Files.newOutputStream(jar);
				JarOutputStream entries = new JarOutputStream(out)) {
			for (Path file : files.filter((it) -> !it.equals(classes)).toList()) {
				String name = classes.relativize(file).toString().replace(File.separatorChar, '/');
				// Directories too: Spring looks for packages.
				entries.putNextEntry(new JarEntry(Files.isDirectory(file) ? name + "/" : name));
				if (!Files.isDirectory(file)) {
					Files.copy(file, entries);
				}
				entries.closeEntry();
			}
		}
		catch (IOException ex) {
			throw new UncheckedIOException(ex);
		}
		return jar;
	}

	/** Options that make the cache when the process ends. */
	List<String> recording() {
		return List.of("-XX:AOTCacheOutput=" + this.cache, "-Dspring.context.exit=onRefresh");
	}

	/** Options that use the cache. */
	List<String> using() {
		return List.of("-XX:AOTCache=" + this.cache);
	}

}
