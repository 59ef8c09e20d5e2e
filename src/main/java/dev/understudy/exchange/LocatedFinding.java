package dev.understudy.exchange;

import dev.understudy.definition.Finding;

/**
 * A finding with the place in the imported text that it is about.
 *
 * @param finding the finding
 * @param place where to look
 */
public record LocatedFinding(Finding finding, Place place) {

}
