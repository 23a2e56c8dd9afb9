/** Decoded pictures, and how alike two of them are; knows nothing of what is measured. */
@NullMarked
package io.edgepix.comparison.picture;

import org.jspecify.annotations.NullMarked;
