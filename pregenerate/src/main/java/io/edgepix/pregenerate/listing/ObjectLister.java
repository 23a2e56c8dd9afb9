package io.edgepix.pregenerate.listing;

import java.util.List;

/** Lists the objects of a bucket in the order of their keys. */
public interface ObjectLister {
    /** The largest page that S3 returns. */
    int MAX_PAGE = 1000;

    /** Returns the order of the keys. */
    default KeyOrder order() {
        return KeyOrder.UTF_8;
    }

    /**
     * Returns a page of objects.
     *
     * @param prefix the first characters of all keys
     * @param after only keys after this one; empty for all
     * @param max 1 to {@value #MAX_PAGE}; a shorter page is the last
     */
    List<ListedObject> page(String prefix, String after, int max);

    /**
     * Returns the folders that begin with a prefix, such as {@code 368x/} for {@code 3}, without those inside of them.
     */
    List<String> folders(String prefix);
}
