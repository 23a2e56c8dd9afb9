package io.edgepix.imaging;

import java.io.IOException;

/** Decodes the whole original, in its own colours and at least as finely as the derivative needs. */
final class Decode implements Step {
    @Override
    public void run(Work work) throws IOException {
        Header header = work.header();
        double shrink = Frame.of(header, work.request).shrink();
        Decoded decoded = work.decoder().decode(work.original, shrink);
        Rows rows = decoded.rows();
        if (rows.width() != header.width() || rows.height() != header.height()) {
            throw new IOException("The header says " + header.width() + "x" + header.height() + ", the data "
                    + rows.width() + "x" + rows.height());
        }
        work.decoded(decoded);
    }
}
