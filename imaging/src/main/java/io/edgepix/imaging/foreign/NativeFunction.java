package io.edgepix.imaging.foreign;

import static java.lang.foreign.ValueLayout.ADDRESS;
import static java.lang.foreign.ValueLayout.JAVA_INT;
import static java.lang.foreign.ValueLayout.JAVA_LONG;

import java.lang.foreign.Arena;
import java.lang.foreign.FunctionDescriptor;
import java.lang.foreign.Linker;
import java.lang.foreign.MemorySegment;
import java.lang.foreign.SymbolLookup;
import java.lang.invoke.MethodHandle;

/**
 * One of our own C functions. All have one shape, an array of 64-bit slots in and an int out, since preparing a shape
 * takes as long as decoding a picture.
 */
final class NativeFunction {
    @SuppressWarnings("restricted")
    private static final MethodHandle CALL =
            Linker.nativeLinker().downcallHandle(FunctionDescriptor.of(JAVA_INT, ADDRESS));

    private final MemorySegment address;

    /** Throws {@link UnsatisfiedLinkError} where the library lacks it. */
    NativeFunction(SymbolLookup library, String name) {
        this.address = library.find("edgepix_" + name)
                .orElseThrow(() -> new UnsatisfiedLinkError("edgepix_" + name + " is not in the library"));
    }

    /**
     * Calls it.
     *
     * @param slots what goes in; holds what came out afterwards
     * @return whether it could do it
     */
    boolean call(long... slots) {
        try (Arena arena = Arena.ofConfined()) {
            MemorySegment segment = arena.allocateFrom(JAVA_LONG, slots);
            int failed = (int) CALL.invokeExact(address, segment);
            MemorySegment.copy(segment, JAVA_LONG, 0, slots, 0, slots.length);
            return failed == 0;
        } catch (RuntimeException | Error e) {
            throw e;
        } catch (Throwable e) {
            throw new IllegalStateException(e);
        }
    }
}
