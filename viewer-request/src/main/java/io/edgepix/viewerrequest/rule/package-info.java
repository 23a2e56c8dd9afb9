/**
 * The rule that decides about the request of a viewer. It is plain Java for the JVM and TeaVM. As in
 * {@code io.edgepix.derivative}, absence is {@code @Nullable}, -1 for a number, or an empty text.
 */
@NullMarked
package io.edgepix.viewerrequest.rule;

import org.jspecify.annotations.NullMarked;
