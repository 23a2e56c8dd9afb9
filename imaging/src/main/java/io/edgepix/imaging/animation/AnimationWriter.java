package io.edgepix.imaging.animation;

import io.edgepix.imaging.picture.Picture;

/** Writes a moving picture frame by frame; to be closed. */
interface AnimationWriter extends AutoCloseable {
    /** Takes the next frame; all are of one size. */
    void add(Picture picture);

    /** The whole, once all frames are there. */
    byte[] finish();

    @Override
    void close();
}
