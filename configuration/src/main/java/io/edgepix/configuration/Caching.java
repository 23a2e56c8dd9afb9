package io.edgepix.configuration;

import java.util.Optional;

/**
 * What the {@code cache-control} of every kind of answer says.
 *
 * @param derivative stored with it, so a change holds for what is made from then on
 * @param original for originals that have none of their own
 * @param placeholder the picture in place of a missing one, whatever its status
 * @param notAllowed 400
 * @param missing 404
 * @param tooLarge 413
 * @param unreadable 415 and 422
 * @param failed 502 and 503
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
    /** What an error of that status says. */
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
