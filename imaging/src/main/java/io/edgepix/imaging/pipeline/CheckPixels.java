package io.edgepix.imaging.pipeline;

import io.edgepix.imaging.model.Cost;
import io.edgepix.imaging.model.Header;
import io.edgepix.imaging.model.UnrenderableException;
import io.edgepix.imaging.model.UnrenderableException.Reason;
import java.io.IOException;

/** Reads the header alone and refuses what would not fit in memory. */
public final class CheckPixels implements Step {
    @Override
    public void run(Work work) throws IOException, UnrenderableException {
        Header header = work.decoder().header(work.original());
        if (header.width() < 1 || header.height() < 1) {
            throw new IOException("A side is " + Math.min(header.width(), header.height()));
        }
        if ((long) header.width() * header.height() > work.limits.maxPixels()) {
            throw new UnrenderableException(
                    Reason.TOO_LARGE,
                    "The picture has " + header.width() + "x" + header.height() + " pixels; at most "
                            + work.limits.maxPixels() + " are accepted.");
        }
        Cost.checkSides(header);
        work.header(header);
    }
}
