package io.edgepix.imaging.animation;

import io.edgepix.imaging.picture.Picture;

/** Writes an animation frame by frame. The caller must close it. */
interface AnimationWriter extends AutoCloseable {
    /** Adds the next frame. All frames have the same dimensions. */
    void add(Picture picture);

    /** Returns the encoded animation after all frames were added. */
    byte[] finish();

    @Override
    void close();
}
