/** The exports of {@code rule.js}, to which TeaVM compiles the rule. */
@NullMarked
package io.edgepix.viewerrequest.js;

import org.jspecify.annotations.NullMarked;
