package io.edgepix.pregenerate.listing;

import java.util.List;
import java.util.Optional;

/** A position in a listing, of which one page at a time is in memory. */
final class ListingCursor {
    private final ObjectLister lister;
    private final String prefix;
    private final int pageSize;
    private List<ListedObject> page = List.of();
    private int next;
    private String last;
    private boolean isLastPage;

    /**
     * Creates a cursor before the first object.
     *
     * @param after only keys after this one; empty for all
     */
    ListingCursor(ObjectLister lister, String prefix, String after, int pageSize) {
        this.lister = lister;
        this.prefix = prefix;
        this.last = after;
        this.pageSize = pageSize;
    }

    /** Returns the object at the cursor; empty at the end. */
    Optional<ListedObject> peek() {
        while (next == page.size() && !isLastPage) {
            page = lister.page(prefix, last, pageSize);
            next = 0;
            isLastPage = page.size() < pageSize;
            checkOrder();
        }
        return next < page.size() ? Optional.of(page.get(next)) : Optional.empty();
    }

    /** Moves behind the object at the cursor. */
    void advance() {
        next++;
    }

    /** Skips the keys up to this one that are not in memory yet. It has no effect inside a page. */
    void skipTo(String key) {
        if (next == page.size() && lister.order().compare(last, key) < 0) {
            last = key;
        }
    }

    /** A merge of listings in any other order would miss objects without a sign of it. */
    private void checkOrder() {
        for (ListedObject object : page) {
            if (!last.isEmpty() && lister.order().compare(last, object.key()) >= 0) {
                throw new ListingException("the listing of \"" + prefix
                        + "\": expected keys in the order " + lister.order() + ", got \"" + object.key()
                        + "\" after \"" + last + "\"");
            }
            last = object.key();
        }
    }
}
