/**
 * The template of the stack, and its evaluation for given parameters. As in the tree that the YAML parser returns,
 * {@code null} stands for absence.
 */
@NullMarked
package io.edgepix.cloudformation;

import org.jspecify.annotations.NullMarked;
