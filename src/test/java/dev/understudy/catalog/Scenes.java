package dev.understudy.catalog;

import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;

import dev.understudy.definition.Draft;
import dev.understudy.definition.Drafts;
import dev.understudy.definition.Finding;
import dev.understudy.experiment.EndpointUses.Use;
import dev.understudy.sagemaker.Endpoints.Facts;
import dev.understudy.sagemaker.Endpoints.Model;
import dev.understudy.sagemaker.Endpoints.Variant;
import dev.understudy.sagemaker.Scaling.Bounds;
import dev.understudy.shell.Words;
import dev.understudy.target.Target;

/**
 * Scenes for tests. The first one is in order; each method changes one thing of it.
 */
final class Scenes {

	static final Instant NOW = Instant.parse("2026-11-23T06:00:00Z");

	static final Instant SEEN = NOW.minusSeconds(8);

	static final Target TARGET = new Target("sandbox", "111122223333", "us-east-1", null,
			List.of("arn:aws:iam::111122223333:role/shadow"));

	static final Words REASON = Words.of("preflight.unread.slow", 2.5);

	private static final Variant LIVE = new Variant("production", "fraud-v6", "ml.m5.xlarge", 2, false, null);

	static final Facts ENDPOINT = new Facts("fraud-prod", "arn", "InService", "config", false, List.of(LIVE),
			List.of());

	private Scenes() {
	}

	static Scene good() {
		return new Scene(UUID.randomUUID(), Drafts.minimal(), List.of(), TARGET, NOW, there(ENDPOINT),
				Map.of("fraud-v6", there(plain("fraud-v6")), "fraud-v7", there(plain("fraud-v7"))),
				new Seen.Missing<>(SEEN), new Seen.Missing<>(SEEN), there(new Supplied("acme-sagemaker", "us-east-1")),
				List.of(), Map.of("ml.m5.xlarge", "fraud-prod"), Map.of());
	}

	static Scene draft(Draft draft) {
		Scene it = good();
		return new Scene(it.experimentId(), draft, it.findings(), it.target(), it.now(), it.endpoint(), it.models(),
				it.scaling(), it.named(), it.bucket(), it.uses(), it.running(), it.offered());
	}

	static Scene endpoint(Seen<Facts> endpoint) {
		Scene it = good();
		return new Scene(it.experimentId(), it.draft(), it.findings(), it.target(), it.now(), endpoint, it.models(),
				it.scaling(), it.named(), it.bucket(), it.uses(), it.running(), it.offered());
	}

	static Scene status(String status) {
		return endpoint(there(new Facts("fraud-prod", "arn", status, "config", false, List.of(LIVE), List.of())));
	}

	static Scene live(Variant... production) {
		return endpoint(
				there(new Facts("fraud-prod", "arn", "InService", "config", false, List.of(production), List.of())));
	}

	static Scene shadowed() {
		return endpoint(
				there(new Facts("fraud-prod", "arn", "InService", "config", false, List.of(LIVE), List.of(LIVE))));
	}

	static Scene model(String name, Seen<Model> model) {
		Scene it = good();
		Map<String, Seen<Model>> models = new HashMap<>(it.models());
		models.put(name, model);
		return new Scene(it.experimentId(), it.draft(), it.findings(), it.target(), it.now(), it.endpoint(), models,
				it.scaling(), it.named(), it.bucket(), it.uses(), it.running(), it.offered());
	}

	static Scene scaling(Seen<Bounds> scaling) {
		Scene it = good();
		return new Scene(it.experimentId(), it.draft(), it.findings(), it.target(), it.now(), it.endpoint(),
				it.models(), scaling, it.named(), it.bucket(), it.uses(), it.running(), it.offered());
	}

	static Scene named(Seen<String> named) {
		Scene it = good();
		return new Scene(it.experimentId(), it.draft(), it.findings(), it.target(), it.now(), it.endpoint(),
				it.models(), it.scaling(), named, it.bucket(), it.uses(), it.running(), it.offered());
	}

	static Scene used(Scene it, Use... uses) {
		return new Scene(it.experimentId(), it.draft(), it.findings(), it.target(), it.now(), it.endpoint(),
				it.models(), it.scaling(), it.named(), it.bucket(), List.of(uses), it.running(), it.offered());
	}

	static Scene running(Map<String, String> running) {
		Scene it = good();
		return new Scene(it.experimentId(), it.draft(), it.findings(), it.target(), it.now(), it.endpoint(),
				it.models(), it.scaling(), it.named(), it.bucket(), it.uses(), running, it.offered());
	}

	/** One that nothing runs in. */
	static Scene offered(Map<String, RegionalTypes.Source> offered) {
		Scene it = running(Map.of());
		return new Scene(it.experimentId(), it.draft(), it.findings(), it.target(), it.now(), it.endpoint(),
				it.models(), it.scaling(), it.named(), it.bucket(), it.uses(), it.running(), offered);
	}

	static Scene bucket(Seen<Supplied> bucket) {
		Scene it = draft(Drafts.change(Drafts.minimal(), "/DataStorageConfig/Destination", "s3://acme-sagemaker/x/"));
		return new Scene(it.experimentId(), it.draft(), it.findings(), it.target(), it.now(), it.endpoint(),
				it.models(), it.scaling(), it.named(), bucket, it.uses(), it.running(), it.offered());
	}

	static Scene found(Draft draft, Finding finding) {
		Scene it = good();
		return new Scene(it.experimentId(), draft, List.of(finding), it.target(), it.now(), it.endpoint(), it.models(),
				it.scaling(), it.named(), it.bucket(), it.uses(), it.running(), it.offered());
	}

	/** A scene whose draft starts in so long. */
	static Scene later(Scene it, Duration in) {
		Draft draft = Drafts.change(it.draft(), "/Schedule/StartTime", NOW.plus(in).toString());
		return new Scene(it.experimentId(), draft, it.findings(), it.target(), it.now(), it.endpoint(), it.models(),
				it.scaling(), it.named(), it.bucket(), it.uses(), it.running(), it.offered());
	}

	static Model plain(String name) {
		return new Model(name, "arn", 1, false, false);
	}

	static <T> Seen<T> there(T value) {
		return new Seen.There<>(value, SEEN);
	}

	static <T> Seen<T> missing() {
		return new Seen.Missing<>(SEEN);
	}

	static <T> Seen<T> untold() {
		return new Seen.Untold<>(REASON);
	}

}
