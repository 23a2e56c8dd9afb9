package io.edgepix.imaging;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.edgepix.derivative.Fit;
import io.edgepix.derivative.Format;
import io.edgepix.derivative.Size;
import java.awt.image.BufferedImage;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;

/** Renders every sample in every format, looks at what comes out, and writes down what it was. */
final class FormatsTable {
    private static final Limits LIMITS = new Limits(10_000_000, 4_000_000);
    private static final int WHITE = 0xFFFFFF;
    /** What a channel loses in the mean by being encoded once more. */
    private static final double LOSS = 5;

    private final NativeCode code;
    private final PassedOn passedOn;
    private final Renderer nativeRenderer;
    private final Renderer portable = new PortableRenderer(LIMITS);

    FormatsTable(NativeCode code) {
        this.code = code;
        this.passedOn = new PassedOn(NativeRenderer.portable(LIMITS, code));
        this.nativeRenderer = new AnimatingRenderer(LIMITS, code, new NativeRenderer(LIMITS, code, passedOn));
    }

    private List<Format> columns(Renderer renderer) {
        List<Format> columns = new ArrayList<>(List.of(Format.values()));
        columns.retainAll(renderer.writes());
        return columns;
    }

    /** In Markdown. */
    String write(List<Sample> samples) throws IOException {
        StringBuilder table = new StringBuilder("| original |");
        columns(nativeRenderer)
                .forEach(
                        format -> table.append(" native, ").append(name(format)).append(" |"));
        columns(portable)
                .forEach(format ->
                        table.append(" portable, ").append(name(format)).append(" |"));
        table.append("\n| --- |")
                .append(" --- |"
                        .repeat(columns(nativeRenderer).size()
                                + columns(portable).size()));
        for (Sample sample : samples) {
            table.append("\n| ").append(sample.name()).append(" |");
            for (Renderer renderer : List.of(nativeRenderer, portable)) {
                for (Format format : columns(renderer)) {
                    table.append(' ').append(cell(renderer, sample, format)).append(" |");
                }
            }
        }
        return table.append("\n").toString();
    }

    private static String name(Format format) {
        return switch (format) {
            case WEBP -> "WebP";
            default -> format.name();
        };
    }

    private String cell(Renderer renderer, Sample sample, Format format) throws IOException {
        RenderRequest request = new RenderRequest(new Size(40, 40), Fit.CONTAIN, format, 95, WHITE);
        passedOn.forget();
        try {
            byte[] derivative = renderer.render(sample.bytes(), request);
            assertThat(sample.refusal())
                    .as("%s as %s was rendered", sample.name(), format)
                    .isEmpty();
            check(sample, format, derivative);
            String who = renderer.equals(portable) ? "yes" : passedOn.happened() ? "portable" : "native";
            return who + (frames(derivative) > 1 ? ", animated" : sample.part().isEmpty() ? "" : ", " + sample.part());
        } catch (UnrenderableException e) {
            assertThat(e.sentence()).as(sample.name()).contains(sample.refusal());
            return String.valueOf(e.reason().status());
        }
    }

    private void check(Sample sample, Format format, byte[] derivative) throws IOException {
        boolean foreign = format == Format.AVIF || (format == Format.WEBP && frames(derivative) > 0);
        BufferedImage shown =
                Seen.in(foreign ? decoded(derivative) : derivative).image();
        String what = sample.name() + " as " + format;
        assertThat(shown.getWidth() + "x" + shown.getHeight()).as(what).isEqualTo("40x20");
        double[][] expected = Reference.shrink(sample.picture(), 40, 20);
        double difference = 0;
        for (int i = 0; i < expected.length; i++) {
            int argb = shown.getRGB(i % 40, i / 40);
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

    /** As PNG, for which ImageIO has a reader, and of an animation the first frame; its size stays. */
    private byte[] decoded(byte[] derivative) throws IOException {
        try {
            RenderRequest whole = new RenderRequest(new Size(100, 100), Fit.CONTAIN, Format.PNG, 90, WHITE);
            return NativeRenderer.portable(LIMITS, code).render(derivative, whole);
        } catch (UnrenderableException e) {
            throw new IOException(e);
        }
    }

    /** Of a GIF or WebP that moves, by their own marks. */
    private static int frames(byte[] derivative) {
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
