package io.edgepix.imaging;

import static org.assertj.core.api.Assertions.assertThat;

import io.edgepix.derivative.Fit;
import io.edgepix.derivative.Format;
import io.edgepix.derivative.Size;
import io.edgepix.imaging.contract.Contract;
import io.edgepix.imaging.model.Limits;
import io.edgepix.imaging.model.RenderRequest;
import io.edgepix.imaging.model.UnrenderableException;
import io.edgepix.imaging.originals.AnimatedWebpFile;
import io.edgepix.imaging.originals.DecodedAnimation;
import io.edgepix.imaging.originals.GifMaker;
import io.edgepix.imaging.originals.Paint;
import java.awt.image.BufferedImage;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;

/** Renders animations by the native renderer, and records its notices. */
abstract class AnimationFixture {
    /** The largest mean difference of frames that look the same. */
    static final double ALIKE = 4;

    final List<String> notices = new ArrayList<>();

    byte[] render(byte[] original, Limits limits, String size, Format format) throws UnrenderableException {
        RenderRequest request = new RenderRequest(Size.parse(size), Fit.CONTAIN, format, 95, 0xFFFFFF);
        return NativeRenderer.find(limits)
                .orElseThrow()
                .renderAll(original, List.of(request), notice -> notices.add(notice.text()))
                .getFirst();
    }

    DecodedAnimation animation(byte[] original, String size, Format format) throws Exception {
        return DecodedAnimation.in(render(original, Contract.ROOMY, size, format));
    }

    /**
     * Returns a GIF with all disposals, transparency, patches, an interlaced frame, a frame with its own colours, and a
     * repeated frame.
     */
    static byte[] everyKindOfFrame() {
        return new GifMaker(80, 60)
                .again(4)
                .control(1, -1, 7)
                .frame(0, 0, 80, 60, false, (x, y) -> (x / 20 + y / 20) % 4)
                .control(3, 3, 20)
                .frame(20, 10, 40, 40, true, (x, y) -> x < 20 ? 1 : 3)
                .control(2, 3, 33)
                .palette(0x804020, 0x20A0F0, 0x777777, 0x101010)
                .frame(0, 30, 50, 30, false, (x, y) -> x / 17)
                .control(1, 0, 100)
                .frame(40, 0, 40, 60, false, (x, y) -> y < 30 ? 0 : 2)
                .control(1, 3, 5)
                .frame(0, 0, 10, 10, false, (x, y) -> 3)
                .control(0, -1, 65535)
                .frame(10, 10, 60, 40, false, (x, y) -> 3)
                .end();
    }

    static byte[] webp() throws IOException {
        BufferedImage semiTransparent = Paint.transparent(40, 30, (x, y) -> (x < 20 ? 0x80 : 0xFF) << 24 | 0x3060C0);
        return new AnimatedWebpFile(80, 60, 3)
                .frame(Paint.corners(80, 60), 0, 0, 70, false, false)
                .frame(semiTransparent, 20, 10, 45, true, true)
                .frame(semiTransparent, 2, 4, 1234, false, false)
                .frame(Paint.plain(20, 20, Paint.RED), 60, 40, 55, true, false)
                .end();
    }

    static void assertAlike(DecodedAnimation decoded, DecodedAnimation original) {
        assertThat(decoded.frames()).hasSameSizeAs(original.frames());
        for (int i = 0; i < original.frames().size(); i++) {
            assertThat(decoded.differenceFrom(original, i)).as("frame %d", i).isLessThan(ALIKE);
        }
    }
}
