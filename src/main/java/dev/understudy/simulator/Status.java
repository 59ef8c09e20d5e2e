package dev.understudy.simulator;

import java.util.Arrays;

import org.jspecify.annotations.Nullable;

/**
 * The statuses of SageMaker. There is no Failed: what fails ends as Cancelled with a
 * reason.
 */
enum Status {

	CREATING("Creating"), CREATED("Created"), STARTING("Starting"), RUNNING("Running"), UPDATING("Updating"),
	STOPPING("Stopping"), COMPLETED("Completed"), CANCELLED("Cancelled");

	private final String text;

	Status(String text) {
		this.text = text;
	}

	static Status of(@Nullable String text) {
		return Arrays.stream(values())
			.filter((status) -> status.text.equals(text))
			.findFirst()
			.orElseThrow(() -> new IllegalArgumentException("'%s' is not a status of SageMaker".formatted(text)));
	}

	boolean isFinal() {
		return this == COMPLETED || this == CANCELLED;
	}

	@Override
	public String toString() {
		return this.text;
	}

}
