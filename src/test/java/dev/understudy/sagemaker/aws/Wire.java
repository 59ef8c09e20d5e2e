package dev.understudy.sagemaker.aws;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.atomic.AtomicInteger;

import org.jspecify.annotations.Nullable;

/**
 * The other end of the wire, byte by byte: answers requests from a list, and hangs up
 * where the list says so.
 */
final class Wire implements AutoCloseable {

	private final ServerSocket server;

	private final Deque<String> answers = new ArrayDeque<>();

	final List<String> bodies = new CopyOnWriteArrayList<>();

	final AtomicInteger connections = new AtomicInteger();

	Wire() throws IOException {
		this.server = new ServerSocket(0, 50, InetAddress.getLoopbackAddress());
		Thread.ofVirtual().start(this::accept);
	}

	URI uri() {
		return URI.create("http://localhost:" + this.server.getLocalPort());
	}

	Wire answers(int status, @Nullable String requestId, String body) {
		String header = (requestId != null) ? "x-amzn-RequestId: %s\r\n".formatted(requestId) : "";
		this.answers.add("HTTP/1.1 %d X\r\nContent-Type: application/x-amz-json-1.1\r\n%sContent-Length: %d\r\n\r\n%s"
			.formatted(status, header, body.getBytes(StandardCharsets.UTF_8).length, body));
		return this;
	}

	/** Reads the next request and closes the connection without a word. */
	Wire hangsUp() {
		this.answers.add("");
		return this;
	}

	private void accept() {
		try {
			while (true) {
				Socket socket = this.server.accept();
				this.connections.incrementAndGet();
				Thread.ofVirtual().start(() -> serve(socket));
			}
		}
		catch (IOException closed) {
			return;
		}
	}

	private void serve(Socket socket) {
		try (socket) {
			BufferedReader reader = new BufferedReader(
					new InputStreamReader(socket.getInputStream(), StandardCharsets.ISO_8859_1));
			while (read(reader)) {
				String answer = this.answers.poll();
				if (answer == null || answer.isEmpty()) {
					return;
				}
				socket.getOutputStream().write(answer.getBytes(StandardCharsets.UTF_8));
				socket.getOutputStream().flush();
			}
		}
		catch (IOException ex) {
			throw new UncheckedIOException(ex);
		}
	}

	private boolean read(BufferedReader reader) throws IOException {
		int length = 0;
		String line = reader.readLine();
		if (line == null) {
			return false;
		}
		while (!line.isEmpty()) {
			if (line.toLowerCase(Locale.ROOT).startsWith("content-length:")) {
				length = Integer.parseInt(line.substring(15).strip());
			}
			line = reader.readLine();
		}
		char[] body = new char[length];
		for (int read = 0; read < length;) {
			read += reader.read(body, read, length - read);
		}
		this.bodies.add(new String(body));
		return true;
	}

	@Override
	public void close() throws IOException {
		this.server.close();
	}

}
