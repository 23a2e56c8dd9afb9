package io.edgepix.derivative;

import org.jspecify.annotations.Nullable;

/**
 * Which client hints change the derivative of a request.
 *
 * @param dpr whether {@code Sec-CH-DPR} multiplies the size if the URL has no {@code dpr}
 * @param width the size for {@code d=auto} if {@code Sec-CH-Width} is missing, with a free height; null if {@code d=auto}
 *     is not offered
 * @param saveData the highest quality for clients that send {@code Save-Data: on}, if neither the URL nor a preset has
 *     one, 1 to 100; or {@link Quality#DEFAULT} to ignore that header
 */
public record Hints(boolean dpr, @Nullable Size width, int saveData) {
    /** The value of {@code d} for a size as wide as the client hints. */
    public static final String AUTO = "auto";
}
