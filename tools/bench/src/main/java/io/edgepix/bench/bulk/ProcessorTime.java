package io.edgepix.bench.bulk;

import java.lang.foreign.Arena;
import java.lang.foreign.FunctionDescriptor;
import java.lang.foreign.Linker;
import java.lang.foreign.MemorySegment;
import java.lang.foreign.ValueLayout;
import java.lang.invoke.MethodHandle;

/** The processor time of all threads of this process, by {@code clock_gettime}. The JDK's own has ticks of 10 ms. */
final class ProcessorTime {
    private static final int OF_THE_PROCESS = 2;
    private static final long NANOS_A_SECOND = 1_000_000_000;

    private final MethodHandle clock;
    private final MemorySegment time = Arena.global().allocate(2 * ValueLayout.JAVA_LONG.byteSize());

    @SuppressWarnings("restricted")
    ProcessorTime() {
        Linker linker = Linker.nativeLinker();
        this.clock = linker.downcallHandle(
                linker.defaultLookup().find("clock_gettime").orElseThrow(),
                FunctionDescriptor.of(ValueLayout.JAVA_INT, ValueLayout.JAVA_INT, ValueLayout.ADDRESS));
    }

    /** Returns the nanoseconds so far. */
    long nanos() {
        try {
            if ((int) clock.invokeExact(OF_THE_PROCESS, time) != 0) {
                throw new IllegalStateException("clock_gettime: expected 0, got a failure");
            }
        } catch (RuntimeException | Error e) {
            throw e;
        } catch (Throwable e) {
            throw new IllegalStateException(e);
        }
        return time.getAtIndex(ValueLayout.JAVA_LONG, 0) * NANOS_A_SECOND + time.getAtIndex(ValueLayout.JAVA_LONG, 1);
    }
}
