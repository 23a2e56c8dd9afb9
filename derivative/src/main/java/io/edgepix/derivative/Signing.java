package io.edgepix.derivative;

import java.util.List;

/**
 * Whose signature an address needs.
 *
 * @param keys any of which may have signed; the first one signs. None, and nothing needs a signature
 * @param originals whether addresses of originals need one too
 */
public record Signing(List<String> keys, boolean originals) {
    /** Whether anything needs a signature. */
    public boolean isOn() {
        return !keys.isEmpty();
    }
}
