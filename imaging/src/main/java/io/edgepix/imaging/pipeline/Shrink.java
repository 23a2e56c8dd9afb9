package io.edgepix.imaging.pipeline;

import io.edgepix.imaging.model.Frame;
import io.edgepix.imaging.picture.Picture;
import io.edgepix.imaging.picture.SrgbRow;
import io.edgepix.imaging.sample.Plane;
import io.edgepix.imaging.sample.Resampler;
import io.edgepix.imaging.sample.Rows;
import java.util.ArrayList;
import java.util.List;

/** Cuts and shrinks into the box what has pixels, and brings each row that comes out to 8-bit sRGB. */
public final class Shrink implements Step {
    @Override
    public void run(Work work) {
        if (work.drawing() != null) {
            return;
        }
        Frame frame = Frame.of(work.header(), work.request());
        List<Resampler> planes = new ArrayList<>();
        for (Plane plane : work.decoded().planes()) {
            planes.add(new Resampler(plane, work.header(), frame));
        }
        work.picture(planes.size() == 1 ? picture(planes.getFirst(), frame, work) : picture(planes, frame, work));
    }

    private static Picture picture(Resampler pixels, Frame frame, Work work) {
        Rows rows = work.decoded().rows();
        Picture picture = new Picture(frame.width(), frame.height(), rows.alpha());
        SrgbRow srgb = new SrgbRow(picture, rows.colours(), work.decoded().colour());
        float[] row = new float[frame.width() * rows.bands()];
        for (int y = 0; y < frame.height(); y++) {
            pixels.read(y, row);
            srgb.write(y, row);
        }
        return picture;
    }

    private static Picture picture(List<Resampler> planes, Frame frame, Work work) {
        int colours = planes.size();
        Picture picture = new Picture(frame.width(), frame.height(), false);
        SrgbRow srgb = new SrgbRow(picture, colours, work.decoded().colour());
        float[] row = new float[frame.width() * colours];
        for (int y = 0; y < frame.height(); y++) {
            for (int colour = 0; colour < colours; colour++) {
                planes.get(colour).read(y, row, colour, colours);
            }
            srgb.write(y, row);
        }
        return picture;
    }
}
