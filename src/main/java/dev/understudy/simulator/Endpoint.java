package dev.understudy.simulator;

import java.time.Instant;

import org.jspecify.annotations.Nullable;

/**
 * One endpoint: which configuration it runs, and whether it is in service.
 */
final class Endpoint {

	static final String IN_SERVICE = "InService";

	static final String UPDATING = "Updating";

	private final String name;

	private final Instant createdAt;

	private Instant modifiedAt;

	private String status;

	private final @Nullable String failureReason;

	private String config;

	Endpoint(String name, String status, @Nullable String failureReason, String config, Instant createdAt) {
		this.name = name;
		this.status = status;
		this.failureReason = failureReason;
		this.config = config;
		this.createdAt = createdAt;
		this.modifiedAt = createdAt;
	}

	String name() {
		return this.name;
	}

	Instant createdAt() {
		return this.createdAt;
	}

	Instant modifiedAt() {
		return this.modifiedAt;
	}

	String status() {
		return this.status;
	}

	@Nullable String failureReason() {
		return this.failureReason;
	}

	String config() {
		return this.config;
	}

	boolean isInService() {
		return IN_SERVICE.equals(this.status);
	}

	void updating(Instant now) {
		this.status = UPDATING;
		this.modifiedAt = now;
	}

	void runs(String newConfig, Instant now) {
		this.config = newConfig;
		this.status = IN_SERVICE;
		this.modifiedAt = now;
	}

}
