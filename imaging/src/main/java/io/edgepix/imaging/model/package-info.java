/** Requests, limits, plans, orientation, and the exception that says why an original is refused. */
@NullMarked
package io.edgepix.imaging.model;

import org.jspecify.annotations.NullMarked;
