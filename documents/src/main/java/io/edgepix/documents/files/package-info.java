/** Reads the files that a document uses. */
@NullMarked
package io.edgepix.documents.files;

import org.jspecify.annotations.NullMarked;
