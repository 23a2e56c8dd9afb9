/** The template of the stack, and what it comes to for given parameters. */
@NullMarked
package io.edgepix.cloudformation;

import org.jspecify.annotations.NullMarked;
