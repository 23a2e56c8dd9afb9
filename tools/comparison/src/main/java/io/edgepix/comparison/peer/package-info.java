/** Peers, each in a long-lived child process. */
@NullMarked
package io.edgepix.comparison.peer;

import org.jspecify.annotations.NullMarked;
