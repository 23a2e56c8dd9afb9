/** The program of the container, which renders what a function cannot. */
@NullMarked
package io.edgepix.pregenerate.container;

import org.jspecify.annotations.NullMarked;
