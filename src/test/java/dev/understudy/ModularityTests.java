package dev.understudy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

import org.junit.jupiter.api.Test;
import org.springframework.modulith.core.ApplicationModules;
import org.springframework.modulith.docs.Documenter;

import static org.assertj.core.api.Assertions.assertThat;

class ModularityTests {

	private static final ApplicationModules modules = ApplicationModules.of(Understudy.class);

	@Test
	void modulesKeepToTheirBoundaries() {
		modules.verify();
	}

	@Test
	void readmeShowsTheModulesAsTheyAre() throws IOException {
		String picture = modules.stream()
			.flatMap((module) -> module.getDirectDependencies(modules)
				.uniqueModules()
				.map((used) -> "  %s --> %s".formatted(module.getIdentifier(), used.getIdentifier())))
			.sorted()
			.collect(Collectors.joining("\n", "graph TD\n", "\n"));
		assertThat(Files.readString(Path.of("README.md"))).contains(picture);
	}

	@Test
	void whatTheReadmeLinksToIsThere() throws IOException {
		List<String> links = Pattern.compile("\\]\\((?!https?:)([^)#]+)\\)")
			.matcher(Files.readString(Path.of("README.md")))
			.results()
			.map((link) -> link.group(1))
			.toList();
		assertThat(links).isNotEmpty().allSatisfy((link) -> assertThat(Path.of(link)).exists());
	}

	@Test
	void writesTheModuleCanvases() {
		new Documenter(modules).writeDocumentation();
		assertThat(Path.of("target/spring-modulith-docs")).isNotEmptyDirectory();
	}

}
