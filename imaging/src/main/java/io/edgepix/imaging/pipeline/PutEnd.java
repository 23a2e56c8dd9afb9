package io.edgepix.imaging.pipeline;

import io.edgepix.imaging.codec.PartDecoder;
import java.io.IOException;

/** Gives a picture that is cut short an end, so that as much of it as is there can be read. */
public final class PutEnd implements Step {
    @Override
    public void run(Work work) throws IOException {
        if (!(work.decoder() instanceof PartDecoder decoder)) {
            throw new IOException(work.decoder().name() + " is read as a whole or not at all");
        }
        work.original(decoder.ended(work.original(), work.limits));
    }
}
