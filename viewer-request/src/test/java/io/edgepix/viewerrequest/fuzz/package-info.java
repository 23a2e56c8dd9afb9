/** Fuzzes the compiled rule, and compares its decisions with those of an oracle. */
@NullMarked
package io.edgepix.viewerrequest.fuzz;

import org.jspecify.annotations.NullMarked;
