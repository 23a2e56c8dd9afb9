package io.edgepix.derivative;

import org.jspecify.annotations.Nullable;

/**
 * Which of a client's hints about itself change what it gets.
 *
 * @param dpr whether {@code Sec-CH-DPR} multiplies a size where the address has no {@code dpr}
 * @param width what {@code d=auto} is where {@code Sec-CH-Width} says nothing, its height free; null where there is no
 *     {@code d=auto}
 * @param saveData the best quality for who says {@code Save-Data: on} where neither the address nor a preset has one, 1
 *     to 100; or {@link Quality#DEFAULT} for no difference
 */
public record Hints(boolean dpr, @Nullable Size width, int saveData) {
    /** The size that is as wide as the client says. */
    public static final String AUTO = "auto";
}
