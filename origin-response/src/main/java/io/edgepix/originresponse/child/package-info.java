/** The Java half of the packaged function. It answers the events that the launcher in Node.js passes on. */
@NullMarked
package io.edgepix.originresponse.child;

import org.jspecify.annotations.NullMarked;
