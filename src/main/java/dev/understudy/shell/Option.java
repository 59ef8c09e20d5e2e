package dev.understudy.shell;

/**
 * One thing a form lets people choose.
 *
 * @param value what is sent
 * @param label what is read
 */
public record Option(String value, String label) {

}
