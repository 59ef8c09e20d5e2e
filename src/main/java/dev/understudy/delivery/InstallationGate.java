package dev.understudy.delivery;

import java.time.Instant;
import java.util.Optional;

import org.springframework.stereotype.Component;

/**
 * Configuration and database must agree on the name of this installation.
 */
@Component
class InstallationGate implements BeforeSending {

	private final Installations installations;

	InstallationGate(Installations installations) {
		this.installations = installations;
	}

	@Override
	public Optional<ClosedGate> inspect(Operation operation, Instant now) {
		return this.installations.agree() ? Optional.empty()
				: Optional.of(new ClosedGate("installation-differs", Sentences.say("gate.installation-differs"), true));
	}

}
