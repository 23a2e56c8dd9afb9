package io.edgepix.imaging;

import java.io.IOException;

/** Decodes the whole original once, in its own colours and at least as finely as the largest derivative needs. */
final class Decode implements Step {
    @Override
    public void run(Work work) throws IOException {
        Header header = work.header();
        double shrink = Double.POSITIVE_INFINITY;
        for (RenderRequest request : work.requests) {
            shrink = Math.min(shrink, Frame.of(header, request).shrink());
        }
        Decoded decoded = work.decoder().decode(work.original, shrink);
        Rows rows = decoded.rows();
        if (rows.width() != header.width() || rows.height() != header.height()) {
            throw new IOException("The header says " + header.width() + "x" + header.height() + ", the data "
                    + rows.width() + "x" + rows.height());
        }
        work.decoded(decoded);
    }
}
