/** Checks of pregeneration under load: kills, lost notifications, broken and large originals. */
@NullMarked
package io.edgepix.bench.endurance;

import org.jspecify.annotations.NullMarked;
