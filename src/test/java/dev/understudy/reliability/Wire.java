package dev.understudy.reliability;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.net.SocketException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Duration;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeMap;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.locks.Lock;
import java.util.concurrent.locks.ReadWriteLock;
import java.util.concurrent.locks.ReentrantReadWriteLock;

import dev.understudy.simulator.SimulatorControl;
import dev.understudy.simulator.SimulatorProcess;

/**
 * The wire between the application and SageMaker, on which anything can happen to a
 * request or to its answer. It counts what comes in, so that nobody can send more than
 * they say.
 */
final class Wire implements AutoCloseable {

	/** What stands in the description of what was made behind our backs. */
	static final String SOMEBODY_ELSE = "Somebody else's";

	private final URI simulator;

	private final SimulatorControl control;

	private final Weather weather;

	private final HttpClient http = HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build();

	private final Map<String, Integer> calls = new ConcurrentHashMap<>();

	private final Map<String, Integer> troubles = new ConcurrentHashMap<>();

	private final Set<String> deletedOutside = ConcurrentHashMap.newKeySet();

	/** Held by whoever goes through, and alone by whoever is to meet a fault there. */
	private final ReadWriteLock faults = new ReentrantReadWriteLock();

	private final Set<Socket> open = ConcurrentHashMap.newKeySet();

	private final int port;

	private volatile ServerSocket door;

	Wire(SimulatorProcess simulator, Weather weather) {
		this.simulator = simulator.endpoint();
		this.control = simulator.control();
		this.weather = weather;
		this.door = open(0);
		this.port = this.door.getLocalPort();
	}

	/** What the application takes for SageMaker. */
	URI endpoint() {
		return URI.create("http://localhost:%d/simulator/aws".formatted(this.port));
	}

	/** How often each operation was called, whatever became of the call. */
	Map<String, Integer> calls() {
		return new TreeMap<>(this.calls);
	}

	/** How often a call was made about one experiment. */
	int calls(String operation, String name) {
		return this.calls.getOrDefault(operation + " " + name, 0);
	}

	/** How often each trouble was met. */
	Map<String, Integer> troubles() {
		return new TreeMap<>(this.troubles);
	}

	/** AWS request ids of the deletions that nobody of ours asked for. */
	Set<String> deletedOutside() {
		return Set.copyOf(this.deletedOutside);
	}

	SimulatorControl control() {
		return this.control;
	}

	/** From now on connections are refused. */
	void unplug() {
		close(this.door);
		this.open.forEach(Wire::close);
	}

	/** From now on they are taken again. */
	void plug() {
		this.door = open(this.port);
	}

	@Override
	public void close() {
		unplug();
		this.http.close();
	}

	private ServerSocket open(int wanted) {
		try {
			ServerSocket opened = new ServerSocket();
			opened.setReuseAddress(true);
			opened.bind(new InetSocketAddress(InetAddress.getLoopbackAddress(), wanted), 200);
			Thread.ofVirtual().name("wire").start(() -> accept(opened));
			return opened;
		}
		catch (IOException ex) {
			throw new UncheckedIOException(ex);
		}
	}

	private void accept(ServerSocket from) {
		while (!from.isClosed()) {
			try {
				Socket socket = from.accept();
				Thread.ofVirtual().start(() -> serve(socket));
			}
			catch (IOException ex) {
				if (!from.isClosed()) {
					throw new UncheckedIOException(ex);
				}
			}
		}
	}

	private void serve(Socket socket) {
		this.open.add(socket);
		try (socket) {
			InputStream in = socket.getInputStream();
			WireCall call = WireCall.read(in);
			while (call != null) {
				count(call);
				meet(call, socket);
				call = socket.isClosed() ? null : WireCall.read(in);
			}
		}
		catch (IOException ex) {
			// The client may go away whenever it likes: killed, timed out or unplugged.
			this.troubles.merge("client went away", 1, Integer::sum);
		}
		catch (InterruptedException ex) {
			Thread.currentThread().interrupt();
		}
		finally {
			this.open.remove(socket);
		}
	}

	private void count(WireCall call) {
		this.calls.merge(call.operation(), 1, Integer::sum);
		this.calls.merge(call.operation() + " " + call.name(), 1, Integer::sum);
	}

	private void meet(WireCall call, Socket socket) throws IOException, InterruptedException {
		Trouble trouble = this.weather.over(call);
		if (trouble != Trouble.NONE) {
			this.troubles.merge(trouble.words(), 1, Integer::sum);
		}
		trouble.befall(new Meeting(this, call, socket));
	}

	private static void close(AutoCloseable closeable) {
		try {
			closeable.close();
		}
		catch (Exception ex) {
			throw new IllegalStateException(ex);
		}
	}

	/** Decides what befalls a request. */
	@FunctionalInterface
	interface Weather {

		Trouble over(WireCall call);

	}

	/**
	 * A request that has come in and waits for its fate.
	 *
	 * @param wire where it came in
	 * @param call the request
	 * @param socket where its answer goes
	 */
	record Meeting(Wire wire, WireCall call, Socket socket) {

		WireAnswer forward() throws IOException, InterruptedException {
			return forward(this.call);
		}

		WireAnswer forward(WireCall other) throws IOException, InterruptedException {
			return through(other, this.wire.faults.readLock());
		}

		/**
		 * Forwards it into a fault of the simulator, while no other call goes through
		 * that could meet the fault instead.
		 */
		WireAnswer alone(String kind, Map<String, ?> more) throws IOException, InterruptedException {
			Lock lock = this.wire.faults.writeLock();
			lock.lock();
			try {
				this.wire.control.fault(this.call.operation(), kind, more);
				return through(this.call, lock);
			}
			finally {
				lock.unlock();
			}
		}

		private WireAnswer through(WireCall call, Lock lock) throws IOException, InterruptedException {
			lock.lock();
			try {
				return WireAnswer.of(this.wire.http.send(call.to(this.wire.simulator), BodyHandlers.ofByteArray()));
			}
			finally {
				lock.unlock();
			}
		}

		void deleteOutside() throws IOException, InterruptedException {
			WireAnswer deleted = forward(this.call.instead("DeleteInferenceExperiment"));
			if (deleted.isAccepted()) {
				this.wire.deletedOutside.add(Objects.requireNonNull(deleted.requestId()));
			}
		}

		void answer(WireAnswer answer) throws IOException {
			this.socket.getOutputStream().write(answer.bytes());
			this.socket.getOutputStream().flush();
		}

		void close() throws IOException {
			this.socket.close();
		}

		void reset() throws SocketException, IOException {
			this.socket.setSoLinger(true, 0);
			this.socket.close();
		}

		/** Says nothing until the client has lost its patience. */
		void fallSilent() throws IOException {
			this.socket.getInputStream().transferTo(java.io.OutputStream.nullOutputStream());
			this.socket.close();
		}

		void hold(Duration time) throws InterruptedException {
			Thread.sleep(time);
		}

	}

}
