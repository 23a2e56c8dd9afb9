/** The rule that decides about viewers' requests, in plain Java for the JVM and for TeaVM. */
@NullMarked
package io.edgepix.viewerrequest.rule;

import org.jspecify.annotations.NullMarked;
