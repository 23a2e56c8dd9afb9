package io.edgepix.localedge.page;

import io.edgepix.derivative.Key;
import java.util.List;

/**
 * The originals of a bucket.
 *
 * @param pictures the first originals that are pictures by their extension
 * @param pictureCount the number of all pictures that were found
 * @param others the first originals that are not
 * @param otherCount the number of all others that were found
 * @param unreadable the folders that could not be listed
 * @param isComplete whether the whole bucket was listed, apart from those folders
 */
record Originals(
        List<Key> pictures,
        int pictureCount,
        List<Key> others,
        int otherCount,
        List<String> unreadable,
        boolean isComplete) {}
