package io.edgepix.imaging;

import java.io.IOException;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** SVG, drawn by librsvg at the size that is needed, without scripts, and with nothing from outside. */
final class SvgDecoder implements Decoder {
    private static final double TOLERANCE = 1e-6;

    private final SvgProgram program;
    private final NativeBudget budget;

    SvgDecoder(SvgProgram program, NativeBudget budget) {
        this.program = program;
        this.budget = budget;
    }

    @Override
    public String name() {
        return "SVG";
    }

    @Override
    public boolean recognises(byte[] original) {
        return XmlRoot.name(original).equals("svg");
    }

    @Override
    public Header header(byte[] original) throws IOException, UnrenderableException {
        try (NativeBudget.Part part = budget.take(SvgProgram.memory(original, 0))) {
            check(part);
            return program.size(original);
        }
    }

    /** Its program is stopped when it takes too long. */
    @Override
    public long nanos(byte[] original, Header header) {
        return 0;
    }

    @Override
    public Decoded decode(byte[] original, Detail detail) throws IOException, UnrenderableException {
        Header header = header(original);
        double scale = scale(header.width(), header.height(), detail.shrink());
        long pixels = (long) (Math.ceil(header.width() * scale + 1) * Math.ceil(header.height() * scale + 1));
        try (NativeBudget.Part part = budget.take(SvgProgram.memory(original, pixels))) {
            check(part);
            Picture picture = program.draw(original, scale, pixels);
            Rows rows = ImageRows.of(picture.asImage()).rows();
            double across = step(header.width(), picture.width());
            double down = step(header.height(), picture.height());
            return new Decoded(List.of(new Plane(rows, across, down)), Colour.SRGB);
        }
    }

    private static void check(NativeBudget.@Nullable Part part) {
        if (part == null) {
            throw new OutOfMemoryError("Too little memory outside the heap for an SVG");
        }
    }

    /**
     * At most 1, and such that both sides come out as the largest derivative has them, wherever one scale does that: then
     * nothing has to be resampled. A derivative's sides are rounded, and the shrink is that of the one rounded up.
     */
    static double scale(int width, int height, double shrink) {
        if (shrink <= 1) {
            return 1;
        }
        double across = Math.max(1, Math.floor(width / shrink + TOLERANCE)) / width;
        double down = Math.max(1, Math.floor(height / shrink + TOLERANCE)) / height;
        double least = Math.max(across - 0.5 / width, down - 0.5 / height);
        double most = Math.min(across + 0.5 / width, down + 0.5 / height);
        if (least >= most) {
            return 1 / shrink;
        }
        if (least < across && across < most) {
            return across;
        }
        return least < down && down < most ? down : (least + most) / 2;
    }

    /** How many pixels one stands for, so that as many as were drawn are enough for the whole. */
    private static double step(int whole, int drawn) {
        double step = (double) whole / drawn;
        while (Math.ceil(whole / step) > drawn) {
            step = Math.nextUp(step);
        }
        return step;
    }
}
