package io.edgepix.imaging.planar;

import io.edgepix.imaging.foreign.AlphaPlanes;
import io.edgepix.imaging.foreign.NativeLibrary;
import io.edgepix.imaging.foreign.NativeMemory;
import io.edgepix.imaging.foreign.NativePlane;
import io.edgepix.imaging.foreign.PlaneFilter;
import io.edgepix.imaging.foreign.Planes;
import io.edgepix.imaging.foreign.Taps;
import io.edgepix.imaging.model.Crop;
import io.edgepix.imaging.model.Header;
import io.edgepix.imaging.model.Orientation;
import io.edgepix.imaging.planar.SampleRange.Change;
import io.edgepix.imaging.sample.Axis;
import java.util.List;

/** Crops, shrinks and turns planes, each with its own sampling factors, by separable Lanczos. */
final class PlaneShrink {
    private static final int NEUTRAL = 128;
    /** Difference of chroma between neighbours at an edge between saturated colours. */
    private static final int EDGE = 28;
    /** In vivid pictures, at least one sample in {@value} is at such an edge; in photographs, at most one in 400. */
    private static final int VIVID = 100;

    private final PlaneFilter filter;

    PlaneShrink(NativeLibrary library) {
        this.filter = new PlaneFilter(library);
    }

    /**
     * Returns the planes of a derivative, in the stored orientation.
     *
     * @param share the number of columns, and of rows, of luma that will share a sample of chroma: 1, 2, or 0 for greys
     */
    Planes shrink(NativeMemory memory, DecodedPlanes original, Crop frame, SampleRange levels, int share) {
        Planes from = original.planes();
        Planes to = Planes.allocate(memory, frame.width(), frame.height(), share, share);
        Axis columns = columns(original, 1, frame);
        Axis rows = rows(original, 1, frame);
        Change luma = original.range().lumaTo(levels);
        int first = original.halvedFor(frame, share);
        shrink(memory, List.of(from.lumaPlane()), columns, rows, first, luma, List.of(to.lumaPlane()));
        if (share == 0) {
            return to;
        }
        if (from.isGrey()) {
            NativeMemory.fill(to.cb(), to.chromaStride() * to.chromaHeight(), NEUTRAL);
            NativeMemory.fill(to.cr(), to.chromaStride() * to.chromaHeight(), NEUTRAL);
            return to;
        }
        Orientation orientation = original.header().orientation();
        shrink(
                memory,
                List.of(from.cbPlane(), from.crPlane()),
                columns(original, from.across(), frame).shared(share, orientation.flipsX()),
                rows(original, from.down(), frame).shared(share, orientation.flipsY()),
                first,
                original.range().chromaTo(levels),
                List.of(to.cbPlane(), to.crPlane()));
        return to;
    }

    private static Axis columns(DecodedPlanes original, int across, Crop frame) {
        int samples = original.shrink() * across;
        return Axis.of(original.header().width(), samples, frame.x(), frame.partWidth(), frame.width());
    }

    private static Axis rows(DecodedPlanes original, int down, Crop frame) {
        int samples = original.shrink() * down;
        return Axis.of(original.header().height(), samples, frame.y(), frame.partHeight(), frame.height());
    }

    /** Shrinks planes. Halves them the given number of times first, or more often if enough samples are left. */
    private void shrink(
            NativeMemory memory,
            List<NativePlane> from,
            Axis columns,
            Axis rows,
            int first,
            Change change,
            List<NativePlane> to) {
        boolean across = first > 0 || columns.isSpare();
        boolean down = first > 0 || rows.isSpare();
        if (across || down) {
            List<NativePlane> fewer = from.stream()
                    .map(plane -> filter.halve(memory, plane, across, down))
                    .toList();
            shrink(
                    memory,
                    fewer,
                    across ? columns.halved() : columns,
                    down ? rows.halved() : rows,
                    Math.max(0, first - 1),
                    change,
                    to);
            return;
        }
        Taps wide = columns.taps(memory, Taps.ACROSS, change.gain());
        Taps high = rows.taps(memory, Taps.DOWN, 1);
        for (int i = 0; i < from.size(); i++) {
            filter.resample(memory, from.get(i), wide, high, change.bias(), to.get(i));
        }
    }

    /**
     * Returns the planes of a derivative with alpha. Alpha is filtered like the colours, which are multiplied by it.
     *
     * @param shrunk the divisor by which the sides were divided already
     */
    AlphaPlanes shrink(NativeMemory memory, AlphaPlanes from, Header header, int shrunk, Crop frame) {
        AlphaPlanes to = AlphaPlanes.allocate(memory, frame.width(), frame.height());
        Axis columns = Axis.of(header.width(), shrunk, frame.x(), frame.partWidth(), frame.width());
        Axis rows = Axis.of(header.height(), shrunk, frame.y(), frame.partHeight(), frame.height());
        shrink(memory, from.planes(), columns, rows, 0, new Change(1, 0), to.planes());
        return to;
    }

    /**
     * Tells whether chroma changes so much from sample to sample that thin lines would lose their colour at half the
     * resolution.
     */
    boolean isVivid(Planes planes) {
        if (planes.isGrey()) {
            return false;
        }
        long edges = Math.max(filter.steps(planes.cbPlane(), EDGE), filter.steps(planes.crPlane(), EDGE));
        return edges * VIVID >= 2L * planes.chromaWidth() * planes.chromaHeight();
    }

    /** Returns the upright planes, or the same ones if they are upright already. */
    Planes turn(NativeMemory memory, Planes from, Orientation orientation) {
        if (orientation == Orientation.UPRIGHT) {
            return from;
        }
        int width = orientation.swapsSides() ? from.height() : from.width();
        int height = orientation.swapsSides() ? from.width() : from.height();
        Planes to = Planes.allocate(memory, width, height, from.across(), from.down());
        filter.turn(from.lumaPlane(), orientation, to.lumaPlane());
        if (!from.isGrey()) {
            filter.turn(from.cbPlane(), orientation, to.cbPlane());
            filter.turn(from.crPlane(), orientation, to.crPlane());
        }
        return to;
    }
}
