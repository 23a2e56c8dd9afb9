package io.edgepix.derivative;

import org.jspecify.annotations.Nullable;

/**
 * The client hints that change the derivative of a request.
 *
 * @param dpr whether {@code Sec-CH-DPR} multiplies the size if the URL has no {@code dpr}
 * @param width the size for {@code d=auto} without {@code Sec-CH-Width}; its height is free; null if {@code d=auto} is
 *     not offered
 * @param saveData the highest quality for clients that send {@code Save-Data: on}, unless the URL or a preset has a
 *     quality; 1 to 100, or {@link Quality#DEFAULT} to ignore that header
 */
public record Hints(boolean dpr, @Nullable Size width, int saveData) {
    /** The value of {@code d} that requests the width in the client hints. */
    public static final String AUTO = "auto";
}
