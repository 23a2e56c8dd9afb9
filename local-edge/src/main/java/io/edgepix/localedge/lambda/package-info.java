/** Lambda on one machine: unpacks zips and runs their handlers in Node.js processes, as Lambda does. */
@NullMarked
package io.edgepix.localedge.lambda;

import org.jspecify.annotations.NullMarked;
