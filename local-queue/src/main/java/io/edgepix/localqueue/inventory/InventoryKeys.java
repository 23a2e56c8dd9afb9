package io.edgepix.localqueue.inventory;

import io.edgepix.pregenerate.bulk.SourceKey;
import io.edgepix.pregenerate.listing.ListingException;
import io.edgepix.pregenerate.listing.OriginalKeys;
import io.edgepix.pregenerate.listing.WantedFolders;
import java.nio.file.Path;
import java.util.Iterator;
import java.util.NoSuchElementException;
import org.jspecify.annotations.Nullable;

/** The originals in the files of an inventory, one file after the other. Each file is checked before it is read. */
final class InventoryKeys implements Iterator<SourceKey> {
    private final InventoryFiles files;
    private final InventoryManifest manifest;
    private final OriginalKeys keys;
    private final WantedFolders wanted;
    private int file;
    private long row;
    private long rowsToSkip;
    private @Nullable Path path;
    private @Nullable InventoryRows rows;
    private @Nullable SourceKey next;

    /**
     * Starts after a position.
     *
     * @param position empty, or that of a key
     */
    InventoryKeys(
            InventoryFiles files,
            InventoryManifest manifest,
            OriginalKeys keys,
            WantedFolders wanted,
            String position) {
        this.files = files;
        this.manifest = manifest;
        this.keys = keys;
        this.wanted = wanted;
        if (!position.isEmpty()) {
            int colon = position.indexOf(':');
            this.file = Integer.parseInt(position.substring(0, colon));
            this.rowsToSkip = Long.parseLong(position.substring(colon + 1));
        }
    }

    @Override
    public boolean hasNext() {
        while (next == null && file < manifest.files().size()) {
            InventoryRows open = rows == null ? open() : rows;
            if (open.hasNext()) {
                read(open.next());
            } else {
                close(open);
            }
        }
        return next != null;
    }

    @Override
    public SourceKey next() {
        if (!hasNext() || next == null) {
            throw new NoSuchElementException();
        }
        SourceKey key = next;
        next = null;
        return key;
    }

    private void read(InventoryRow current) {
        row++;
        if (row <= rowsToSkip || !current.isCurrent()) {
            return;
        }
        if (!current.bucket().equals(manifest.sourceBucket())) {
            throw new ListingException(manifest.files().get(file).key() + ", row " + row + ": expected the bucket "
                    + manifest.sourceBucket() + ", got " + current.bucket());
        }
        if (keys.contains(current.key()) && !wanted.of(current.key()).isEmpty()) {
            next = new SourceKey(current.key(), file + ":" + row);
        }
    }

    private InventoryRows open() {
        InventoryManifest.DataFile data = manifest.files().get(file);
        Path fetched = files.fetch(data.key());
        Md5.check(data, fetched);
        path = fetched;
        InventoryRows opened = switch (manifest.format(files.manifestName())) {
            case CSV -> new CsvRows(data.key(), fetched, String.valueOf(manifest.fileSchema()));
            case PARQUET -> new ParquetRows(data.key(), fetched);
        };
        rows = opened;
        return opened;
    }

    private void close(InventoryRows open) {
        open.close();
        if (path != null) {
            files.release(path);
        }
        rows = null;
        path = null;
        file++;
        row = 0;
        rowsToSkip = 0;
    }
}
