package io.edgepix.localqueue.inventory;

import java.nio.file.Path;

/** The place of an inventory's files. */
interface InventoryFiles {
    /** Returns the place of the manifest, for messages. */
    String manifestName();

    /**
     * Returns the text of the manifest.
     *
     * @throws io.edgepix.pregenerate.listing.ListingException if it cannot be read
     */
    String manifest();

    /**
     * Returns a file on this machine with the content of a key of the manifest.
     *
     * @throws io.edgepix.pregenerate.listing.ListingException if it cannot be read
     */
    Path fetch(String key);

    /** Deletes the file if it was made by {@link #fetch}. */
    void release(Path file);
}
