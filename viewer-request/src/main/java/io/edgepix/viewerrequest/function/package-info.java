/** The CloudFront Functions: their code for an offer, and the part of {@code edgepix.json} that they know. */
@NullMarked
package io.edgepix.viewerrequest.function;

import org.jspecify.annotations.NullMarked;
