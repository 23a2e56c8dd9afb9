package io.edgepix.localqueue.inventory;

/**
 * A row of an inventory.
 *
 * @param key the key of the object, decoded
 * @param isCurrent whether the row is the latest version of the object, and no delete marker
 */
record InventoryRow(String bucket, String key, boolean isCurrent) {}
