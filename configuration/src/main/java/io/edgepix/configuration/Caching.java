package io.edgepix.configuration;

import java.util.Optional;

/**
 * The {@code cache-control} of every kind of answer.
 *
 * @param derivative stored with each derivative, so that a change applies only to new derivatives
 * @param original for originals without a {@code cache-control} of their own
 * @param placeholder for the picture in place of a missing one, with any status
 * @param notAllowed for status 400
 * @param missing for status 404
 * @param tooLarge for status 413
 * @param unreadable for status 415 and 422
 * @param failed for status 502 and 503
 */
public record Caching(
        String derivative,
        Optional<String> original,
        String placeholder,
        String notAllowed,
        String missing,
        String tooLarge,
        String unreadable,
        String failed) {
    /** Returns the {@code cache-control} of an error, by its status. */
    public String of(int status) {
        return switch (status) {
            case 400 -> notAllowed;
            case 404 -> missing;
            case 413 -> tooLarge;
            case 415, 422 -> unreadable;
            default -> failed;
        };
    }
}
