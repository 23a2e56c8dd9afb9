/** The command line: its root, the commands of the product, and code that all commands share. */
@NullMarked
package io.edgepix.cli;

import org.jspecify.annotations.NullMarked;
