package io.edgepix.imaging.pipeline;

import io.edgepix.imaging.codec.VectorDecoder;
import io.edgepix.imaging.model.Frame;
import io.edgepix.imaging.model.UnrenderableException;
import io.edgepix.imaging.model.UnrenderableException.Reason;
import java.io.IOException;

/** Draws a vector original at the size of the derivative, cut to the box. */
public final class Draw implements Step {
    @Override
    public void run(Work work) throws IOException, UnrenderableException {
        VectorDecoder.Drawing drawing = work.drawing();
        if (drawing == null) {
            return;
        }
        Frame frame = Frame.of(work.header(), work.request());
        if ((long) frame.width() * frame.height() > work.limits.maxPixels()) {
            throw new UnrenderableException(
                    Reason.TOO_LARGE,
                    "The drawing would have " + frame.width() + "x" + frame.height() + " pixels; at most "
                            + work.limits.maxPixels() + " are drawn.");
        }
        work.picture(drawing.draw(frame));
    }
}
