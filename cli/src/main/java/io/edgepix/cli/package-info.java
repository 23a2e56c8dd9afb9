/** The commands behind {@code ./dev run} and {@code ./dev render}. */
@NullMarked
package io.edgepix.cli;

import org.jspecify.annotations.NullMarked;
