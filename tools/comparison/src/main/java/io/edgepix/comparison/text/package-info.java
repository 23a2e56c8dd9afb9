/** Tables for reports. */
@NullMarked
package io.edgepix.comparison.text;

import org.jspecify.annotations.NullMarked;
