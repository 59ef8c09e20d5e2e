package dev.understudy.reliability;

import java.net.URI;
import java.nio.file.Path;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.IntStream;

import org.jspecify.annotations.Nullable;

import dev.understudy.PostgresServer;
import dev.understudy.PostgresServer.Database;
import dev.understudy.Understudy;
import dev.understudy.database.WrongClock;
import dev.understudy.simulator.SimulatorProcess;

/**
 * A SageMaker that runs alone, a wire to it, a database, and replicas of the whole
 * application on them.
 */
final class Setting implements AutoCloseable {

	private final Path directory;

	private final Database database;

	private final SimulatorProcess simulator;

	private final Wire wire;

	private final @Nullable QuickStart quick;

	private final List<Application> replicas;

	/**
	 * Starts everything and waits until it is ready.
	 * @param directory for all its files
	 * @param weather what befalls the calls to SageMaker
	 * @param count how many replicas
	 * @param quick whether replicas are to start often, so that it pays to prepare it
	 * @param properties of every replica
	 */
	Setting(Path directory, Wire.Weather weather, int count, boolean quick, Map<String, ?> properties) {
		this(directory, PostgresServer.newDatabase(), weather, count, quick, properties);
	}

	/** As above, on a given database. */
	Setting(Path directory, Database database, Wire.Weather weather, int count, boolean quick,
			Map<String, ?> properties) {
		this.directory = directory;
		this.database = database;
		this.quick = quick ? QuickStart.in(directory.resolve("quick-start")) : null;
		this.simulator = SimulatorProcess.start(simulated(), "--understudy.simulator.provisioning=100ms");
		this.wire = new Wire(this.simulator, weather);
		this.replicas = IntStream.rangeClosed(1, count).mapToObj((n) -> replica(n, properties)).toList();
		this.replicas.forEach(Application::awaitReady);
		records().tellReplicasApart();
	}

	// All at once: they have to agree on who makes the tables.
	private Application replica(int n, Map<String, ?> properties) {
		return Application
			.start(this.directory.resolve("replica-" + n), this.quick, Understudy.class, this.database,
					this.wire.endpoint(), properties)
			.awaitReady();
	}

	/** One more, on a machine whose clock is wrong. */
	Application replicaWithAWrongClock(Map<String, ?> properties) {
		return Application
			.start(this.directory.resolve("wrong-clock"), null, WrongClock.class, this.database, this.wire.endpoint(),
					properties)
			.awaitReady();
	}

	List<Application> replicas() {
		return this.replicas;
	}

	Console console() {
		List<URI> apis = this.replicas.stream().map(Application::api).toList();
		return new Console(apis);
	}

	Records records() {
		return new Records(this.database);
	}

	Wire wire() {
		return this.wire;
	}

	/** What is wrong with all that was promised. */
	List<String> faults(Collection<UUID> promised) {
		return new Oracle(ledger(), this.wire.deletedOutside())
			.judge(promised, records().operations(), records().audited())
			.all();
	}

	/** What SageMaker accepted, by its own account. */
	List<Accepted> ledger() {
		return Accepted.by(simulated());
	}

	private Path simulated() {
		return this.directory.resolve("simulator");
	}

	@Override
	public void close() {
		this.replicas.forEach(Application::close);
		this.wire.close();
		this.simulator.close();
	}

}
