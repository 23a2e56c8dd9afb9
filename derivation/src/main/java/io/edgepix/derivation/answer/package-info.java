/** Decides the answers of functions to requests for derivatives. It knows no events of Lambda. */
@NullMarked
package io.edgepix.derivation.answer;

import org.jspecify.annotations.NullMarked;
