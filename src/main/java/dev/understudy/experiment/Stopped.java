package dev.understudy.experiment;

import com.fasterxml.jackson.annotation.JsonInclude;
import jakarta.persistence.Column;
import jakarta.persistence.Embeddable;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

import dev.understudy.delivery.Operation;

/**
 * How a person decided when the test was stopped.
 *
 * @param action what became of the variants
 * @param by who decided
 * @param reason why
 */
@Embeddable
@JsonInclude(JsonInclude.Include.NON_NULL)
public record Stopped(@Enumerated(EnumType.STRING) @Column(name = "stop_action") StopOrder.Action action,
		@Column(name = "stopped_by") String by, @Column(name = "stop_reason") @Nullable String reason) {

	static Stopped by(Operation stop) {
		JsonNode request = JsonMapper.shared().readTree(stop.payload());
		return new Stopped(StopOrder.Action.of(request), stop.askedBy(), request.path("Reason").asString(null));
	}

}
