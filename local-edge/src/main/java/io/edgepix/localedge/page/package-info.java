/** The local edge's own page at {@code /} and its icon. A deployed stack has neither. */
@NullMarked
package io.edgepix.localedge.page;

import org.jspecify.annotations.NullMarked;
