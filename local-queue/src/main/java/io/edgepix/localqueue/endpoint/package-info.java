/** The endpoints of a run on one machine, for other commands. */
@NullMarked
package io.edgepix.localqueue.endpoint;

import org.jspecify.annotations.NullMarked;
