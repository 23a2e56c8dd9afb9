/** The exports of {@code rule.js}, which TeaVM compiles from the rule. */
@NullMarked
package io.edgepix.viewerrequest.js;

import org.jspecify.annotations.NullMarked;
