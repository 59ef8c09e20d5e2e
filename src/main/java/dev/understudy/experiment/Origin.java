package dev.understudy.experiment;

import java.util.UUID;

import jakarta.persistence.Column;
import jakarta.persistence.Embeddable;

/**
 * What a definition was begun with: something that another module keeps for many of them,
 * and may hold them to by a {@link Bond}.
 *
 * @param id what it is kept under
 * @param version how often it had been changed by then, from 1
 */
@Embeddable
public record Origin(@Column(name = "origin_id", updatable = false) UUID id,
		@Column(name = "origin_version", updatable = false) int version) {

}
