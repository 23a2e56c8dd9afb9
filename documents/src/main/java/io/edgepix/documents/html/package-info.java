/** Parses filled templates. */
@NullMarked
package io.edgepix.documents.html;

import org.jspecify.annotations.NullMarked;
