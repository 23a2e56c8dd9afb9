package io.edgepix.imaging;

/** Cuts and shrinks into the box, and brings each row that comes out to 8-bit sRGB. */
final class Shrink implements Step {
    @Override
    public void run(Work work) {
        Frame frame = Frame.of(work.header(), work.request());
        Rows rows = work.decoded().rows();
        int colours = rows.colours();
        Picture picture = new Picture(frame.width(), frame.height(), rows.alpha());
        SrgbRow row = new SrgbRow(picture, colours, work.decoded().colour());
        Resampler.run(rows, frame, row::write);
        work.picture(picture);
    }
}
