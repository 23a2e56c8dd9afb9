/**
 * The template of the stack, and its evaluation for given parameters. {@code null} is for absence, as in the tree that the
 * YAML parser returns.
 */
@NullMarked
package io.edgepix.cloudformation;

import org.jspecify.annotations.NullMarked;
