/** The regional function against a function of Node.js with sharp, both under Lambda's Runtime API. */
@NullMarked
package io.edgepix.bench.regional;

import org.jspecify.annotations.NullMarked;
