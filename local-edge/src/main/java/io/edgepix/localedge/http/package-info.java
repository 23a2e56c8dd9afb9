/** HTTP messages: a viewer's request, an answer, and what headers ask of them. */
@NullMarked
package io.edgepix.localedge.http;

import org.jspecify.annotations.NullMarked;
