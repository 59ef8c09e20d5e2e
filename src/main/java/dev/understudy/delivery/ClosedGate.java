package dev.understudy.delivery;

/**
 * Why an operation may not be sent.
 *
 * @param code stable code, kebab case
 * @param message the reason and the remedy, in words
 * @param paused true to wait until it opens, false to end like a refusal
 */
public record ClosedGate(String code, String message, boolean paused) {

}
