package io.edgepix.pregenerate.bulk;

import io.edgepix.pregenerate.listing.ObjectLister;
import io.edgepix.pregenerate.listing.OriginalKeys;
import io.edgepix.pregenerate.listing.OriginalToSend;
import io.edgepix.pregenerate.listing.OriginalsToSend;
import io.edgepix.pregenerate.listing.WantedFolders;
import java.util.Iterator;

/**
 * The originals of a bucket, by its listing. The position is the last key.
 *
 * @param missingOnly whether originals with all their derivatives are left out
 */
public record ListingSource(ObjectLister lister, OriginalKeys keys, WantedFolders wanted, boolean missingOnly)
        implements KeySource {
    private record Keys(OriginalsToSend originals) implements Iterator<SourceKey> {
        @Override
        public boolean hasNext() {
            return originals.hasNext();
        }

        @Override
        public SourceKey next() {
            OriginalToSend original = originals.next();
            return new SourceKey(original.key(), original.key(), original.isChanged());
        }
    }

    @Override
    public Iterator<SourceKey> after(String position) {
        return new Keys(new OriginalsToSend(lister, keys, wanted, position, missingOnly));
    }
}
