/** Fills the fields of templates. */
@NullMarked
package io.edgepix.documents.template;

import org.jspecify.annotations.NullMarked;
