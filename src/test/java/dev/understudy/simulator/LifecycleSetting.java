package dev.understudy.simulator;

import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;

import org.assertj.core.api.AbstractThrowableAssert;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.node.ObjectNode;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

/** A stand-in for SageMaker whose time the test turns on. */
abstract class LifecycleSetting {

	static final Duration HOUR = Duration.ofHours(1);

	@TempDir
	Path directory;

	TestSageMaker sageMaker;

	@BeforeEach
	void open() {
		this.sageMaker = new TestSageMaker(this.directory);
	}

	@AfterEach
	void close() {
		this.sageMaker.close();
	}

	Instant modified(String name) {
		return Json.time(this.sageMaker.describe(name), "LastModifiedTime");
	}

	static ObjectNode scheduled(String name) {
		Instant start = TestSageMaker.START.plus(HOUR);
		return Requests.scheduled(name, start, start.plus(HOUR));
	}

	void running(String name) {
		this.sageMaker.create(Requests.create(name));
		this.sageMaker.settle();
		assertThat(this.sageMaker.status(name)).isEqualTo("Running");
	}

	void refusedConflict(String operation, ObjectNode request) {
		refused(() -> this.sageMaker.call(operation, request), "ConflictException");
	}

	static AbstractThrowableAssert<?, ? extends Throwable> refused(ThrowingCallable call, String code) {
		return assertThatThrownBy(call).isInstanceOfSatisfying(AwsException.class,
				(refusal) -> assertThat(refusal.code()).isEqualTo(code));
	}

}
