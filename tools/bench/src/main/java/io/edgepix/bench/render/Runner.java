package io.edgepix.bench.render;

import io.edgepix.derivative.Format;
import java.io.IOException;
import java.util.List;
import java.util.Set;

/** A resizer on one thread. */
public interface Runner extends AutoCloseable {
    /**
     * The result of a rendering.
     *
     * @param millis the time of the rendering
     * @param derivatives one for each box
     */
    record Rendering(double millis, List<byte[]> derivatives) {}

    String name();

    Set<Format> writes();

    /** Loads an original into memory, if it is not there already. */
    default void hold(CaseOriginal original) throws IOException {}

    /** Renders an original that was loaded before. */
    Rendering render(CaseOriginal original, Conversion conversion) throws IOException;

    @Override
    default void close() {}
}
