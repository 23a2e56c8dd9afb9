package io.edgepix.imaging.pipeline;

import io.edgepix.derivative.Format;
import io.edgepix.imaging.codec.Encoder;
import java.io.IOException;
import java.util.Map;
import java.util.Objects;

/** Writes the picture in the requested format, with no metadata. */
public final class Encode implements Step {
    private final Map<Format, Encoder> encoders;

    public Encode(Map<Format, Encoder> encoders) {
        this.encoders = encoders;
    }

    @Override
    public void run(Work work) throws IOException {
        Encoder encoder = Objects.requireNonNull(encoders.get(work.request().format()));
        work.encoded(encoder.encode(work.picture(), work.request().quality()));
    }
}
