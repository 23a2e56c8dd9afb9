/** The work before a snapshot of Lambda's SnapStart: what all functions on Lambda's own Java share. */
@NullMarked
package io.edgepix.derivation.snapshot;

import org.jspecify.annotations.NullMarked;
