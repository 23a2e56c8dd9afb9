/** What is asked for and what comes out: requests, limits, plans, orientation, and the error that says why an original is refused. */
@NullMarked
package io.edgepix.imaging.model;

import org.jspecify.annotations.NullMarked;
