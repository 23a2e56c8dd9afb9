package io.edgepix.imaging.formats;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.edgepix.derivative.Fit;
import io.edgepix.derivative.Format;
import io.edgepix.derivative.Size;
import io.edgepix.imaging.NativeRenderer;
import io.edgepix.imaging.bytes.Bytes;
import io.edgepix.imaging.foreign.NativeLibrary;
import io.edgepix.imaging.likeness.DecodedImage;
import io.edgepix.imaging.likeness.Reference;
import io.edgepix.imaging.model.Limits;
import io.edgepix.imaging.model.RenderRequest;
import io.edgepix.imaging.model.UnrenderableException;
import io.edgepix.imaging.planar.NativeCode;
import java.awt.image.BufferedImage;
import java.io.IOException;

/** Checks every pixel of a sample's derivative. */
public final class SampleCheck {
    /** The side of the square box of the derivative. The picture in it is half as high. */
    public static final int SIDE = 48;
    /** The quality of the derivative, so high that the picture is checked and not the noise of coding. */
    public static final int QUALITY = 95;

    private static final Limits LIMITS = new Limits(10_000_000, 4_000_000);
    /** The mean difference of a channel that another encoding causes. */
    private static final double LOSS = 5;

    private final NativeCode code;

    public SampleCheck(NativeCode code) {
        this.code = code;
    }

    /** Returns a check that decodes with the native code of this machine. */
    public static SampleCheck start() throws IOException {
        return new SampleCheck(new NativeCode(NativeLibrary.find().orElseThrow()));
    }

    /** Checks that the derivative shows the sample's picture. */
    public void check(Sample sample, Format format, byte[] derivative) throws IOException {
        boolean foreign = format == Format.AVIF || (format == Format.WEBP && frames(derivative) > 0);
        BufferedImage shown =
                DecodedImage.in(foreign ? decoded(derivative) : derivative).image();
        String what = sample.name() + " as " + format;
        assertThat(shown.getWidth() + "x" + shown.getHeight()).as(what).isEqualTo(SIDE + "x" + SIDE / 2);
        double[][] expected = Reference.shrink(sample.picture(), SIDE, SIDE / 2);
        double difference = 0;
        for (int i = 0; i < expected.length; i++) {
            int argb = shown.getRGB(i % SIDE, i / SIDE);
            double alpha = format == Format.GIF ? Math.round(expected[i][3] / 255) : expected[i][3] / 255;
            boolean flat = format == Format.JPEG;
            difference += flat ? 0 : Math.abs((argb >>> 24) - alpha * 255);
            for (int band = 0; band < 3; band++) {
                int channel = argb >> (16 - 8 * band) & 0xFF;
                double wanted = flat ? expected[i][band] * alpha + 255 * (1 - alpha) : expected[i][band] * alpha;
                difference += Math.abs(wanted - (flat ? channel : channel * (argb >>> 24) / 255.0));
            }
        }
        double loss = format == Format.PNG ? 0 : LOSS;
        assertThat(difference / expected.length / 4).as(what).isCloseTo(0, within(sample.tolerance() + loss));
    }

    /**
     * Returns the derivative as a PNG of the same size, which ImageIO can read. It shows the first frame of an
     * animation.
     */
    private byte[] decoded(byte[] derivative) throws IOException {
        try {
            RenderRequest whole = new RenderRequest(new Size(100, 100), Fit.CONTAIN, Format.PNG, 90, 0xFFFFFF);
            return NativeRenderer.portable(LIMITS, code).render(derivative, whole);
        } catch (UnrenderableException e) {
            throw new IOException(e);
        }
    }

    /** Returns the number of frames of an animated GIF or WebP, by its own markers; 0 for a still WebP. */
    public static int frames(byte[] derivative) {
        int frames = 0;
        boolean webp = Bytes.has(derivative, 0, "RIFF");
        for (int at = 0; at < derivative.length; at++) {
            if (webp ? Bytes.has(derivative, at, "ANMF") : Bytes.has(derivative, at, "!\u00F9\4")) {
                frames++;
            }
        }
        return webp || Bytes.has(derivative, 0, "GIF") ? frames : 1;
    }
}
