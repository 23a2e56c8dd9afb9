/** The rule that decides about the request of a viewer. It is plain Java for the JVM and TeaVM. */
@NullMarked
package io.edgepix.viewerrequest.rule;

import org.jspecify.annotations.NullMarked;
