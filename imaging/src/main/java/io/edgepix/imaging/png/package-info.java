/** PNG, by the W3C specification, third edition. */
@NullMarked
package io.edgepix.imaging.png;

import org.jspecify.annotations.NullMarked;
