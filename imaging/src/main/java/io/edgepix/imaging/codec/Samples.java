package io.edgepix.imaging.codec;

import io.edgepix.imaging.colour.Colour;
import io.edgepix.imaging.model.Crop;
import io.edgepix.imaging.model.Header;
import io.edgepix.imaging.model.Notice;
import io.edgepix.imaging.picture.Picture;
import io.edgepix.imaging.picture.SrgbRow;
import io.edgepix.imaging.sample.Plane;
import io.edgepix.imaging.sample.Resampler;
import io.edgepix.imaging.sample.Rows;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;

/**
 * The samples of an original that has pixels, and their conversion to sRGB.
 *
 * @param planes one plane with all samples of a pixel, or one plane for each colour
 * @param notices notices for the log about the decoding
 */
public record Samples(List<Plane> planes, Colour colour, List<Notice> notices) implements Decoded {
    /** Creates samples without notices. */
    public Samples(List<Plane> planes, Colour colour) {
        this(planes, colour, List.of());
    }

    /** Creates samples of one plane, whose rows contain all samples of each pixel. */
    public Samples(Rows rows, Colour colour) {
        this(List.of(new Plane(rows, 1, 1)), colour);
    }

    /** Returns these samples with one more notice. */
    public Samples with(Notice notice) {
        List<Notice> more = new ArrayList<>(notices);
        more.add(notice);
        return new Samples(planes, colour, List.copyOf(more));
    }

    /** Returns the rows of the first plane, which is the only one unless each colour has its own. */
    public Rows rows() {
        return planes.getFirst().rows();
    }

    @Override
    public void check(Header header) throws IOException {
        for (Plane plane : planes) {
            Rows rows = plane.rows();
            double width = Math.ceil(header.width() / plane.across());
            double height = Math.ceil(header.height() / plane.down());
            if (rows.width() != width || rows.height() != height) {
                throw new IOException("Expected " + header.width() + "x" + header.height() + " pixels, got "
                        + rows.width() * plane.across() + "x" + rows.height() * plane.down());
            }
        }
    }

    /** Resamples the part in the frame, and converts each row of the result to 8-bit sRGB. */
    @Override
    public Picture shrink(Header header, Crop frame) {
        List<Resampler> resamplers = new ArrayList<>();
        for (Plane plane : planes) {
            resamplers.add(new Resampler(plane, header, frame));
        }
        return resamplers.size() == 1 ? interleaved(resamplers.getFirst(), frame) : planar(resamplers, frame);
    }

    private Picture interleaved(Resampler pixels, Crop frame) {
        Picture picture = new Picture(frame.width(), frame.height(), rows().alpha());
        SrgbRow srgb = new SrgbRow(picture, rows().colours(), colour);
        float[] row = new float[frame.width() * rows().bands()];
        for (int y = 0; y < frame.height(); y++) {
            pixels.read(y, row);
            srgb.write(y, row);
        }
        return picture;
    }

    private Picture planar(List<Resampler> resamplers, Crop frame) {
        int colours = resamplers.size();
        Picture picture = new Picture(frame.width(), frame.height(), false);
        SrgbRow srgb = new SrgbRow(picture, colours, colour);
        float[] row = new float[frame.width() * colours];
        for (int y = 0; y < frame.height(); y++) {
            for (int band = 0; band < colours; band++) {
                resamplers.get(band).read(y, row, band, colours);
            }
            srgb.write(y, row);
        }
        return picture;
    }
}
