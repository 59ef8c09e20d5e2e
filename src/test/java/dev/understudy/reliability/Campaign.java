package dev.understudy.reliability;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/**
 * Tries to make the application lose, double or confuse an experiment, and reports. A
 * program, not a test; see src/docs/reliability.md.
 */
public final class Campaign {

	private Campaign() {
	}

	/**
	 * Runs.
	 * @param arguments see {@link Options}
	 */
	public static void main(String[] arguments) throws IOException, InterruptedException {
		Options options = Options.of(arguments);
		System.out.println("Seed " + options.seed());
		Path directory = Files.createTempDirectory("campaign");
		System.out.println("Logs and journals in " + directory);
		List<Part> parts = new ArrayList<>();
		if (options.submissions() > 0) {
			parts.add(new FaultCampaign(options, directory.resolve("faults")).run());
			write(options, parts);
		}
		if (options.kills() > 0) {
			parts.add(new KillCampaign(options, directory.resolve("kills"), Map.of()).run());
			write(options, parts);
		}
		if (options.freeze() > 0) {
			parts.add(new FreezeCampaign(options, directory.resolve("freeze")).run());
			write(options, parts);
		}
		parts.forEach((part) -> System.out.println(part.markdown()));
		boolean clean = parts.stream().allMatch((part) -> part.wrong().isEmpty());
		System.out.println(clean ? "Nothing is wrong" : "SOMETHING IS WRONG");
		System.exit(clean ? 0 : 1);
	}

	private static void write(Options options, List<Part> parts) throws IOException {
		List<String> text = new ArrayList<>(List.of("# Campaign", "", "Seed %d, %d processors, Java %s."
			.formatted(options.seed(), Runtime.getRuntime().availableProcessors(), Runtime.version().feature()), ""));
		parts.forEach((part) -> text.add(part.markdown()));
		Files.createDirectories(options.out().toAbsolutePath().getParent());
		Files.writeString(options.out(), String.join("\n", text));
	}

}
