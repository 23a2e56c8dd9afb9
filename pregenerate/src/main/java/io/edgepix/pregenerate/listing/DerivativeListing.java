package io.edgepix.pregenerate.listing;

import io.edgepix.derivation.purge.DerivativeKeys;
import io.edgepix.derivative.Format;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.PriorityQueue;
import java.util.Set;

/** The derivatives of a bucket, merged from the listings of their folders to the order of their originals. */
final class DerivativeListing {
    /** The number of objects in memory, for all folders together. */
    private static final int IN_MEMORY = 100_000;

    private static final int MIN_PAGE = 25;

    /** A listing of one folder such as {@code 368x/webp/}, at the given original. */
    private record Source(String folder, ListingCursor cursor, String original) {}

    private final PriorityQueue<Source> sources;

    /**
     * Opens the listings.
     *
     * @param prefix the first characters of the originals' keys
     * @param after only originals after this one; empty for all
     */
    DerivativeListing(ObjectLister lister, String prefix, String after) {
        this.sources = new PriorityQueue<>(Comparator.comparing(Source::original, lister.order()));
        List<String> folders = folders(lister);
        int pageSize = Math.clamp(IN_MEMORY / Math.max(1, folders.size()), MIN_PAGE, ObjectLister.MAX_PAGE);
        for (String folder : folders) {
            String start = after.isEmpty() ? "" : folder + after;
            add(folder, new ListingCursor(lister, folder + prefix, start, pageSize));
        }
    }

    private static List<String> folders(ObjectLister lister) {
        List<String> folders = new ArrayList<>();
        for (int i = 0; i < DerivativeKeys.FIRST_CHARACTERS.length(); i++) {
            for (String folder : lister.folders(DerivativeKeys.FIRST_CHARACTERS.substring(i, i + 1))) {
                if (DerivativeKeys.isFolder(folder.substring(0, folder.length() - 1))) {
                    lister.folders(folder).stream()
                            .filter(inner -> isFormat(inner.substring(folder.length(), inner.length() - 1)))
                            .forEach(folders::add);
                }
            }
        }
        return folders;
    }

    private static boolean isFormat(String name) {
        return Format.ofToken(name) != null;
    }

    private void add(String folder, ListingCursor cursor) {
        cursor.peek()
                .ifPresent(object ->
                        sources.add(new Source(folder, cursor, object.key().substring(folder.length()))));
    }

    /** Returns the key of the next original; empty at the end. */
    Optional<String> peek() {
        return Optional.ofNullable(sources.peek()).map(Source::original);
    }

    /** Returns the derivatives of the next original, and moves behind them. */
    Derivatives next() {
        String original = sources.element().original();
        Set<String> folders = new HashSet<>();
        Instant oldest = Instant.MAX;
        while (!sources.isEmpty() && sources.element().original().equals(original)) {
            Source source = sources.remove();
            Instant modified = source.cursor().peek().orElseThrow().modified();
            oldest = modified.isBefore(oldest) ? modified : oldest;
            folders.add(source.folder());
            source.cursor().advance();
            add(source.folder(), source.cursor());
        }
        return new Derivatives(original, folders, oldest);
    }
}
