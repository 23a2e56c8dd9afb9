/** Lambda on one machine: a zip unpacked as there, and Node.js processes that run its handler as there. */
@NullMarked
package io.edgepix.localedge.lambda;

import org.jspecify.annotations.NullMarked;
