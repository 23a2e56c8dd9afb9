/** The programs of others, each in a long-lived process. */
@NullMarked
package io.edgepix.comparison.peer;

import org.jspecify.annotations.NullMarked;
