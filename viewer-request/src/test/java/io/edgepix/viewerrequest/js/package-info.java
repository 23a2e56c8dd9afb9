/** Compares the rule on the JVM, in Rhino and under Node.js. */
@NullMarked
package io.edgepix.viewerrequest.js;

import org.jspecify.annotations.NullMarked;
