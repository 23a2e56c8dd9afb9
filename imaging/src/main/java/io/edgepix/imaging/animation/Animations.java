package io.edgepix.imaging.animation;

import io.edgepix.imaging.codec.Animation;
import io.edgepix.imaging.gif.GifDecoder;
import io.edgepix.imaging.gif.GifFile;
import io.edgepix.imaging.webp.WebpAnimation;
import io.edgepix.imaging.webp.WebpDecoder;
import java.io.IOException;
import org.jspecify.annotations.Nullable;

/** Finds animations. */
public final class Animations {
    private Animations() {}

    /**
     * Walks the blocks of an original.
     *
     * @return null if it is of another format, or has no second frame
     */
    public static @Nullable Animation of(byte[] original) throws IOException {
        Animation animation = null;
        if (new GifDecoder().recognises(original)) {
            animation = GifFile.read(original).animation();
        } else if (new WebpDecoder().recognises(original)) {
            animation = WebpAnimation.read(original);
        }
        return animation != null && animation.isAnimated() ? animation : null;
    }
}
