/** Reads and writes PNG (W3C specification, third edition). */
@NullMarked
package io.edgepix.imaging.png;

import org.jspecify.annotations.NullMarked;
