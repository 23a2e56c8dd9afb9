package io.edgepix.derivative;

import java.util.List;

/**
 * The signature that URLs need.
 *
 * @param keys all of which are valid; the first one signs; empty if no URL needs a signature
 * @param originals whether URLs of originals need a signature too
 */
public record Signing(List<String> keys, boolean originals) {
    /** Tells whether any URL needs a signature. */
    public boolean isOn() {
        return !keys.isEmpty();
    }

    /** Tells whether URLs of originals need a signature. */
    public boolean coversOriginals() {
        return originals && isOn();
    }
}
