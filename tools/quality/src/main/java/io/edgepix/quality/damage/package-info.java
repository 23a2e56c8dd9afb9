/** Ways to damage a picture, and where the headers of formats hold sizes that can be forged. */
@NullMarked
package io.edgepix.quality.damage;

import org.jspecify.annotations.NullMarked;
