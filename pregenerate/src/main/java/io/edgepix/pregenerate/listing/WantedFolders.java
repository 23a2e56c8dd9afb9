package io.edgepix.pregenerate.listing;

import java.util.Set;

/** The folders, such as {@code 368x/webp/}, in which an original should have derivatives. */
@FunctionalInterface
public interface WantedFolders {
    /** Returns the folders for the key of an original; none if no derivatives are wanted. */
    Set<String> of(String key);
}
