package io.edgepix.derivation.rest;

import java.time.Duration;

/**
 * The limits of waiting for S3.
 *
 * @param socket the maximum time without a byte
 * @param attempt the maximum time for one response, checked after each read
 * @param call the time after which no further attempt begins
 */
record RestTimeouts(Duration connection, Duration socket, Duration attempt, Duration call) {
    /** Well within the 30 s of an origin event. */
    static final RestTimeouts EVENT = new RestTimeouts(
            Duration.ofSeconds(2), Duration.ofSeconds(5), Duration.ofSeconds(6), Duration.ofSeconds(10));
}
