/** The rule: what a viewer asked for, and what becomes of it. Plain Java, for the JVM and for TeaVM alike. */
@NullMarked
package io.edgepix.viewerrequest.rule;

import org.jspecify.annotations.NullMarked;
