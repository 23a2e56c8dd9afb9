package io.edgepix.imaging;

import java.io.IOException;

/** Decodes the whole original, in its own colours. */
final class Decode implements Step {
    @Override
    public void run(Work work) throws IOException {
        Decoded decoded = work.decoder().decode(work.original);
        Rows rows = decoded.rows();
        Header header = work.header();
        if (rows.width() != header.width() || rows.height() != header.height()) {
            throw new IOException("The header says " + header.width() + "x" + header.height() + ", the data "
                    + rows.width() + "x" + rows.height());
        }
        work.decoded(decoded);
    }
}
