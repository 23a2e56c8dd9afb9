package io.edgepix.pregenerate.listing;

import io.edgepix.derivation.purge.DerivativeKeys;
import io.edgepix.derivative.Key;
import io.edgepix.derivative.PathGrammar;
import io.edgepix.pregenerate.job.JobKeys;
import java.util.Optional;

/**
 * The originals of a bucket in the order of their keys. Jumps over the folders of derivatives, since a bucket has several
 * derivatives for each original.
 */
final class OriginalListing {
    /** Follows all keys with the same beginning. It is the last character that is not reserved. */
    private static final String LAST_CHARACTER = Character.toString(0x10FFFD);

    private final ListingCursor cursor;
    private final OriginalKeys keys;

    OriginalListing(ObjectLister lister, OriginalKeys keys, String after) {
        this.cursor = new ListingCursor(lister, keys.prefix(), after, ObjectLister.MAX_PAGE);
        this.keys = keys;
    }

    /** Returns the next original; empty at the end. */
    Optional<ListedObject> next() {
        for (Optional<ListedObject> object = cursor.peek(); object.isPresent(); object = cursor.peek()) {
            cursor.advance();
            String key = object.get().key();
            if (keys.contains(key)) {
                return object;
            }
            skipFolder(key);
        }
        return Optional.empty();
    }

    /** Returns the folder without originals in which a key is; an empty text for none. */
    private String folder(Key key) {
        if (key.value().startsWith(JobKeys.FOLDER)) {
            return JobKeys.FOLDER;
        }
        return keys.documents().isPrivate(key) ? keys.documents().prefix() : PathGrammar.folder(key);
    }

    private void skipFolder(String key) {
        String folder = folder(new Key(key));
        if (!folder.isEmpty()) {
            cursor.skipTo(folder + LAST_CHARACTER);
        } else if (PathGrammar.isDerivative(new Key(key))) {
            int original = DerivativeKeys.originalOf(new Key(key)).value().length();
            cursor.skipTo(key.substring(0, key.length() - original) + LAST_CHARACTER);
        }
    }
}
