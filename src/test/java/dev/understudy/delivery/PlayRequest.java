package dev.understudy.delivery;

import java.time.Instant;

/**
 * A request that has left.
 *
 * @param attempt the attempt it belongs to; 0 for one of an earlier operation
 * @param call the operation of AWS's API
 * @param signedAt the date that was signed into it
 */
record PlayRequest(int attempt, String call, Instant signedAt) {

}
