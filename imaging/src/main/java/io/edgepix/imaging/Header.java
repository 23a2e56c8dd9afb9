package io.edgepix.imaging;

/** What is known of an original before it is decoded; the sides are those of the stored rows. */
record Header(int width, int height, Orientation orientation) {}
