/** Reads S3 Inventory. */
@NullMarked
package io.edgepix.localqueue.inventory;

import org.jspecify.annotations.NullMarked;
