package io.edgepix.localqueue.inventory;

import java.util.Iterator;

/** The rows of one file of an inventory. */
interface InventoryRows extends Iterator<InventoryRow>, AutoCloseable {
    @Override
    void close();
}
