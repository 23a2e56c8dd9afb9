/** The contract of every renderer, as tests that each renderer runs. */
@NullMarked
package io.edgepix.imaging.contract;

import org.jspecify.annotations.NullMarked;
