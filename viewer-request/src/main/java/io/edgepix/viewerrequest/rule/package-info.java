/**
 * The rule that decides about the request of a viewer. It is plain Java for the JVM and TeaVM. {@code @Nullable} is for
 * absence, or -1 for a number and an empty text, as in {@code io.edgepix.derivative}.
 */
@NullMarked
package io.edgepix.viewerrequest.rule;

import org.jspecify.annotations.NullMarked;
