/** The command line of a checkout: the product's commands, and those of the tools. */
@NullMarked
package io.edgepix.tools;

import org.jspecify.annotations.NullMarked;
