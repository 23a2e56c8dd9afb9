package io.edgepix.imaging.foreign;

import static java.lang.foreign.ValueLayout.JAVA_LONG;

import java.lang.foreign.Arena;
import java.lang.foreign.MemorySegment;

/**
 * One call of a C function, with parameters and results by name. All functions have the same signature, a pointer to a
 * struct of 64-bit fields, so that one native method can call each of them.
 */
final class NativeCall<F extends Enum<F>> {
    private final long function;
    private final long[] fields;

    NativeCall(long function, int fields) {
        this.function = function;
        this.fields = new long[fields];
    }

    /** Sets a parameter, and returns this call. */
    NativeCall<F> with(F field, long value) {
        fields[index(field)] = value;
        return this;
    }

    /** Sets a parameter to 1 or 0, and returns this call. */
    NativeCall<F> with(F field, boolean value) {
        return with(field, value ? 1 : 0);
    }

    /** Calls the function, and returns whether it succeeded. */
    boolean run() {
        try (Arena arena = Arena.ofConfined()) {
            MemorySegment struct = arena.allocateFrom(JAVA_LONG, fields);
            int failed = call(function, struct.address());
            MemorySegment.copy(struct, JAVA_LONG, 0, fields, 0, fields.length);
            return failed == 0;
        }
    }

    /** Calls the function at an address with the address of a struct. It is in {@code call.c}. */
    private static native int call(long function, long struct);

    /** Returns the value of a field. */
    long get(F field) {
        return fields[index(field)];
    }

    /** Returns the value of a field that contains a width, a height or a small number. */
    int getInt(F field) {
        return (int) get(field);
    }

    // The constants must be in the order of the fields in C.
    @SuppressWarnings("EnumOrdinal")
    private int index(F field) {
        return field.ordinal();
    }
}
