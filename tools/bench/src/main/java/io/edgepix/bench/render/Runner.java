package io.edgepix.bench.render;

import io.edgepix.derivative.Format;
import java.io.IOException;
import java.util.List;
import java.util.Set;

/** Something that resizes, on one thread. */
public interface Runner extends AutoCloseable {
    String name();

    Set<Format> writes();

    /** Takes an original into memory, where it does not lie there already. */
    default void hold(CaseOriginal original) throws IOException {}

    /** Renders an original that it holds. */
    Rendering render(CaseOriginal original, Conversion conversion) throws IOException;

    @Override
    default void close() {}

    /**
     * What came of it.
     *
     * @param millis what it took
     * @param derivatives one for each box
     */
    record Rendering(double millis, List<byte[]> derivatives) {}
}
