/** What {@code rule.js} exports: the rule, compiled to JavaScript by TeaVM. */
@NullMarked
package io.edgepix.viewerrequest.js;

import org.jspecify.annotations.NullMarked;
