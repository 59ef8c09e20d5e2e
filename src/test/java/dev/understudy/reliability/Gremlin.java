package dev.understudy.reliability;

import java.time.Duration;
import java.util.List;

/**
 * Breaks a connection to the database every second, kills a process every now and then,
 * and says how far things are.
 */
final class Gremlin {

	private static final int SUBMISSIONS_TO_A_KILL = 500;

	private final Setting setting;

	private final Crowd crowd;

	private final Ends ends;

	private final int killEvery;

	private final Thread thread;

	private volatile int broken;

	private volatile int killed;

	private volatile int revived;

	private volatile boolean ended;

	/**
	 * Begins.
	 * @param submissions how many there will be; at least one process is killed
	 */
	Gremlin(Setting setting, Crowd crowd, Ends ends, int submissions) {
		this.setting = setting;
		this.crowd = crowd;
		this.ends = ends;
		this.killEvery = Math.min(SUBMISSIONS_TO_A_KILL, Math.max(1, submissions / 2));
		this.thread = Thread.ofPlatform().name("gremlin").start(this::run);
	}

	private void run() {
		for (int second = 1; !this.ended; second++) {
			List<Application> replicas = this.setting.replicas();
			// One that can be used is always left, or nobody would get anywhere.
			if (replicas.stream().anyMatch(Application::isReady)) {
				this.broken += this.setting.records().breakConnections(1);
			}
			if (this.crowd.done() >= this.killEvery * (this.killed + 1)
					&& replicas.stream().allMatch(Application::isReady)) {
				Application victim = replicas.get(this.killed % replicas.size());
				victim.kill();
				victim.restart();
				this.killed++;
			}
			replicas.forEach(this::revive);
			if (second % 30 == 0) {
				System.out.printf("%d s: %d submitted, %d done with, %d operations unfinished%n", second,
						this.crowd.submitted(), this.crowd.done(), this.ends.unfinished());
			}
			try {
				Thread.sleep(Duration.ofSeconds(1));
			}
			catch (InterruptedException ex) {
				return;
			}
		}
	}

	// Without its database a process cannot start and ends; whoever runs it starts it
	// again.
	private void revive(Application replica) {
		if (!replica.isAlive()) {
			replica.restart();
			this.revived++;
		}
	}

	int revived() {
		return this.revived;
	}

	int broken() {
		return this.broken;
	}

	int killed() {
		return this.killed;
	}

	/** Waits until it has stopped. */
	void end() throws InterruptedException {
		this.ended = true;
		this.thread.join();
		this.setting.replicas().forEach(this::revive);
	}

}
