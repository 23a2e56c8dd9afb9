package io.edgepix.imaging.foreign;

import static java.lang.foreign.ValueLayout.ADDRESS;
import static java.lang.foreign.ValueLayout.JAVA_INT;
import static java.lang.foreign.ValueLayout.JAVA_LONG;

import java.lang.foreign.Arena;
import java.lang.foreign.FunctionDescriptor;
import java.lang.foreign.Linker;
import java.lang.foreign.MemorySegment;
import java.lang.invoke.MethodHandle;

/**
 * One call of a C function, with parameters and results by name. All functions have the same signature, a pointer to a
 * struct of 64-bit fields, because preparing a signature takes as long as decoding a picture.
 */
final class NativeCall<F extends Enum<F>> {
    @SuppressWarnings("restricted")
    private static final MethodHandle FUNCTION =
            Linker.nativeLinker().downcallHandle(FunctionDescriptor.of(JAVA_INT, ADDRESS));

    private final MemorySegment function;
    private final long[] fields;

    NativeCall(MemorySegment function, int fields) {
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
            int failed = (int) FUNCTION.invokeExact(function, struct);
            MemorySegment.copy(struct, JAVA_LONG, 0, fields, 0, fields.length);
            return failed == 0;
        } catch (RuntimeException | Error e) {
            throw e;
        } catch (Throwable e) {
            throw new IllegalStateException(e);
        }
    }

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
