package io.edgepix.pregenerate.listing;

import java.util.Iterator;
import java.util.NoSuchElementException;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * The originals that need work, in the order of their keys: a merge of the listing of the originals with those of their
 * derivatives. Only one page of each listing is in memory, and no original costs a request of its own. Contains:
 *
 * <ul>
 *   <li>originals that lack a wanted derivative, or with a derivative that is not newer than the original. A small
 *       original always lacks one, since its derivative lies under a smaller size
 *   <li>if all are asked for, all other originals of which derivatives are wanted
 *   <li>keys of originals that are gone but have derivatives
 * </ul>
 */
public final class OriginalsToSend implements Iterator<OriginalToSend> {
    private final OriginalListing originals;
    private final DerivativeListing derivatives;
    private final OriginalKeys keys;
    private final WantedFolders wanted;
    private final boolean missingOnly;
    private final KeyOrder order;
    private Optional<ListedObject> original;
    private long compared;
    private @Nullable OriginalToSend next;

    /**
     * Opens the listings.
     *
     * @param after only keys after this one; empty for all
     * @param missingOnly whether originals with all their derivatives are left out
     */
    public OriginalsToSend(
            ObjectLister lister, OriginalKeys keys, WantedFolders wanted, String after, boolean missingOnly) {
        this.originals = new OriginalListing(lister, keys, after);
        this.derivatives = new DerivativeListing(lister, keys.prefix(), after);
        this.keys = keys;
        this.wanted = wanted;
        this.missingOnly = missingOnly;
        this.order = lister.order();
        this.original = originals.next();
    }

    /** Returns the number of originals that were compared so far. */
    public long compared() {
        return compared;
    }

    @Override
    public boolean hasNext() {
        while (next == null && (original.isPresent() || derivatives.peek().isPresent())) {
            next = step();
        }
        return next != null;
    }

    @Override
    public OriginalToSend next() {
        if (!hasNext() || next == null) {
            throw new NoSuchElementException();
        }
        OriginalToSend found = next;
        next = null;
        return found;
    }

    /** Passes the next key of both listings. Returns it if it needs work. */
    private @Nullable OriginalToSend step() {
        int comparison = comparison();
        if (comparison > 0) {
            String orphaned = derivatives.next().original();
            return keys.contains(orphaned) ? new OriginalToSend(orphaned, true) : null;
        }
        ListedObject present = original.orElseThrow();
        Optional<Derivatives> found = comparison == 0 ? Optional.of(derivatives.next()) : Optional.empty();
        original = originals.next();
        compared++;
        boolean isChanged = found.isPresent() && !found.get().oldest().isAfter(present.modified());
        return isChanged || isSent(present.key(), found) ? new OriginalToSend(present.key(), isChanged) : null;
    }

    /** Compares the next original with the next one that has derivatives. An end counts as the last key. */
    private int comparison() {
        Optional<String> derived = derivatives.peek();
        if (original.isEmpty() || derived.isEmpty()) {
            return original.isEmpty() ? 1 : -1;
        }
        return order.compare(original.get().key(), derived.get());
    }

    private boolean isSent(String key, Optional<Derivatives> found) {
        Set<String> folders = wanted.of(key);
        boolean isMissing =
                found.isEmpty() ? !folders.isEmpty() : !found.get().folders().containsAll(folders);
        return isMissing || (!missingOnly && !folders.isEmpty());
    }
}
