/** The rule on the JVM, in Rhino and under Node, held to the same answers. */
@NullMarked
package io.edgepix.viewerrequest.js;

import org.jspecify.annotations.NullMarked;
