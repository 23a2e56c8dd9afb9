package io.edgepix.imaging.foreign;

import java.lang.foreign.SymbolLookup;

/**
 * One of our C functions.
 *
 * @param <F> the fields of its parameters, one of {@link Calls}
 */
final class NativeFunction<F extends Enum<F>> {
    private final long address;
    private final int fields;

    /**
     * Looks up the function.
     *
     * @param name the name without the prefix {@code edgepix_}
     * @param fields all constants of the enum
     * @throws UnsatisfiedLinkError if the library has no such function
     */
    NativeFunction(SymbolLookup library, String name, F[] fields) {
        this.address = library.find("edgepix_" + name)
                .orElseThrow(() -> new UnsatisfiedLinkError("edgepix_" + name + " is not in the library"))
                .address();
        this.fields = fields.length;
    }

    /** Returns a new call whose parameters are all 0. */
    NativeCall<F> call() {
        return new NativeCall<>(address, fields);
    }
}
