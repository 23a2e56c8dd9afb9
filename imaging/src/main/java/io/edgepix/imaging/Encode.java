package io.edgepix.imaging;

import java.io.IOException;
import java.util.Objects;

/** Writes the picture in the requested format, with no metadata. */
final class Encode implements Step {
    @Override
    public void run(Work work) throws IOException {
        Encoder encoder = Objects.requireNonNull(Encoder.ALL.get(work.request().format()));
        work.encoded(encoder.encode(work.picture(), work.request().quality()));
    }
}
