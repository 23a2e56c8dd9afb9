/** The template of the stack, and its evaluation for given parameters. */
@NullMarked
package io.edgepix.cloudformation;

import org.jspecify.annotations.NullMarked;
