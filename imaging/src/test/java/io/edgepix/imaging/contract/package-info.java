/** What every renderer does, as tests that each of them runs. */
@NullMarked
package io.edgepix.imaging.contract;

import org.jspecify.annotations.NullMarked;
