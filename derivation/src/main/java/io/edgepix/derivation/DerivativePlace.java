package io.edgepix.derivation;

import io.edgepix.derivation.store.Store;
import io.edgepix.derivative.Derivative;
import io.edgepix.derivative.Key;

/** A derivative, and the object in which it is stored. */
public record DerivativePlace(Derivative derivative, Store store, Key key) {}
