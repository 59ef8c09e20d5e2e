package dev.understudy.simulator;

import java.io.Closeable;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.channels.OverlappingFileLockException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.ArrayList;
import java.util.List;

import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import tools.jackson.core.JacksonException;

/**
 * The append-only file that outlives a kill: one JSON entry a line, forced to the disk
 * before the caller goes on. A last line that was torn by a kill is cut off when the file
 * is opened: nobody was told of it.
 */
final class Journal implements Closeable {

	private static final Logger log = LoggerFactory.getLogger(Journal.class);

	private static final String FILE = "journal.jsonl";

	private final Path file;

	private final FileChannel channel;

	private final List<Entry> entries = new ArrayList<>();

	private Journal(Path file, FileChannel channel) {
		this.file = file;
		this.channel = channel;
	}

	/** Opens the journal in a directory, which is made if it is not there. */
	static Journal open(Path directory) {
		Path file = directory.resolve(FILE);
		try {
			Files.createDirectories(directory);
			FileChannel channel = FileChannel.open(file, StandardOpenOption.CREATE, StandardOpenOption.READ,
					StandardOpenOption.WRITE);
			Journal journal = new Journal(file, channel);
			try {
				journal.lock();
				journal.load();
				return journal;
			}
			catch (IOException | RuntimeException ex) {
				channel.close();
				throw ex;
			}
		}
		catch (IOException ex) {
			throw new UncheckedIOException("Cannot open the simulator's journal " + file, ex);
		}
	}

	Path file() {
		return this.file.toAbsolutePath();
	}

	List<Entry> entries() {
		return List.copyOf(this.entries);
	}

	void append(Entry entry) {
		try {
			long before = this.channel.position();
			try {
				ByteBuffer line = StandardCharsets.UTF_8.encode(entry.write() + "\n");
				while (line.hasRemaining()) {
					this.channel.write(line);
				}
				this.channel.force(false);
			}
			catch (IOException ex) {
				this.channel.truncate(before);
				throw ex;
			}
		}
		catch (IOException ex) {
			throw new UncheckedIOException("Cannot write the simulator's journal " + this.file, ex);
		}
		this.entries.add(entry);
	}

	@Override
	public void close() throws IOException {
		this.channel.close();
	}

	private void lock() throws IOException {
		try {
			if (this.channel.tryLock() != null) {
				return;
			}
		}
		catch (OverlappingFileLockException ex) {
			log.debug("The journal is held by this very process", ex);
		}
		throw new IllegalStateException(
				"Another simulator is running on %s: stop it, or set understudy.simulator.data-dir"
					.formatted(this.file.toAbsolutePath()));
	}

	private void load() throws IOException {
		byte[] content = Files.readAllBytes(this.file);
		int begin = 0;
		for (int end = 0; end < content.length; end++) {
			if (content[end] == '\n') {
				this.entries.add(entry(new String(content, begin, end - begin, StandardCharsets.UTF_8)));
				begin = end + 1;
			}
		}
		if (begin < content.length) {
			log.warn("Cut a torn last line of {} bytes off {}", content.length - begin, this.file);
			this.channel.truncate(begin);
		}
		this.channel.position(begin);
	}

	private Entry entry(String line) {
		try {
			return Entry.read(line);
		}
		catch (JacksonException | IllegalArgumentException ex) {
			throw new IllegalStateException(
					"Line %d of %s cannot be read".formatted(this.entries.size() + 1, this.file.toAbsolutePath()), ex);
		}
	}

}
