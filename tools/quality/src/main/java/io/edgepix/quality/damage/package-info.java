/** Ways to damage a picture, including the forging of sizes in headers. */
@NullMarked
package io.edgepix.quality.damage;

import org.jspecify.annotations.NullMarked;
