/** The viewer-request function: {@link io.edgepix.viewerrequest.rule.Rule} behind the JSON of Lambda@Edge. */
@NullMarked
package io.edgepix.viewerrequest;

import org.jspecify.annotations.NullMarked;
