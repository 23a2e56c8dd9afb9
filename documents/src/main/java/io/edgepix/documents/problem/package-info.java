/** The reasons why documents cannot be rendered, and the limits that lead to them. */
@NullMarked
package io.edgepix.documents.problem;

import org.jspecify.annotations.NullMarked;
