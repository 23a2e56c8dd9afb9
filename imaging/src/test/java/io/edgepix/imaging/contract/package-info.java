/** Tests that every renderer must pass. */
@NullMarked
package io.edgepix.imaging.contract;

import org.jspecify.annotations.NullMarked;
