/** Settings of TeaVM. None of these classes becomes JavaScript. */
@NullMarked
package io.edgepix.viewerrequest.js.compiler;

import org.jspecify.annotations.NullMarked;
