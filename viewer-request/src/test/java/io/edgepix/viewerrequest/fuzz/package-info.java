/** The compiled rule under fire, held against an oracle that knows what was asked. */
@NullMarked
package io.edgepix.viewerrequest.fuzz;

import org.jspecify.annotations.NullMarked;
