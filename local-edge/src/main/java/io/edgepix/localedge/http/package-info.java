/** HTTP messages: viewer requests, answers, and the headers that modify them. */
@NullMarked
package io.edgepix.localedge.http;

import org.jspecify.annotations.NullMarked;
