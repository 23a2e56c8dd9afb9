package io.edgepix.imaging;

import static org.assertj.core.api.Assertions.assertThat;

import io.edgepix.derivative.Fit;
import io.edgepix.derivative.Format;
import io.edgepix.derivative.Size;
import io.edgepix.imaging.formats.FormatsPage;
import io.edgepix.imaging.formats.Sample;
import io.edgepix.imaging.formats.SampleCheck;
import io.edgepix.imaging.model.Limits;
import io.edgepix.imaging.model.RenderRequest;
import io.edgepix.imaging.model.UnrenderableException;
import io.edgepix.imaging.planar.NativeCode;
import java.io.IOException;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;

/** Renders every sample in every format, checks the derivatives, and writes the results as tables. */
final class FormatsTable {
    private static final Limits LIMITS = new Limits(10_000_000, 4_000_000);
    private static final int WHITE = 0xFFFFFF;

    private final SampleCheck samples;
    private final RecordingRenderer passedOn;
    private final Renderer nativeRenderer;
    private final Renderer portable = new PortableRenderer(LIMITS);

    FormatsTable(NativeCode code) {
        this.samples = new SampleCheck(code);
        PortableRenderer portableCode = NativeRenderer.portable(LIMITS, code);
        this.passedOn = new RecordingRenderer(portableCode);
        this.nativeRenderer = new NativeRenderer.Opening(
                portableCode, new AnimatingRenderer(LIMITS, code, new NativeRenderer(code, passedOn)));
    }

    private List<Format> columns(Renderer renderer) {
        List<Format> columns = new ArrayList<>(List.of(Format.values()));
        columns.retainAll(renderer.writes());
        return columns;
    }

    /** Returns the tables in Markdown. */
    String write(List<Sample> samples) throws IOException {
        List<String> head = new ArrayList<>(List.of(FormatsPage.ORIGINAL, FormatsPage.SERVED));
        columns(nativeRenderer).forEach(format -> head.add(FormatsPage.column(FormatsPage.NATIVE, format)));
        columns(portable).forEach(format -> head.add(FormatsPage.column(FormatsPage.PORTABLE, format)));
        StringBuilder table = new StringBuilder(line(head)).append(line(Collections.nCopies(head.size(), "---")));
        for (Sample sample : samples) {
            List<String> cells = new ArrayList<>();
            for (Renderer renderer : List.of(nativeRenderer, portable)) {
                for (Format format : columns(renderer)) {
                    cells.add(cell(renderer, sample, format));
                }
            }
            // The served pair uses the native renderer, as on Lambda.
            cells.addAll(
                    0,
                    List.of(sample.name(), cells.getFirst().equals(FormatsPage.REFUSED) ? FormatsPage.REFUSED : "yes"));
            table.append(line(cells));
        }
        return table.toString();
    }

    private static String line(List<String> cells) {
        return "| " + String.join(" | ", cells) + " |\n";
    }

    private String cell(Renderer renderer, Sample sample, Format format) throws IOException {
        RenderRequest request = new RenderRequest(
                new Size(SampleCheck.SIDE, SampleCheck.SIDE), Fit.CONTAIN, format, SampleCheck.QUALITY, WHITE);
        passedOn.forget();
        try {
            byte[] derivative = renderer.render(sample.bytes(), request);
            assertThat(sample.refusal())
                    .as("%s as %s was rendered", sample.name(), format)
                    .isEmpty();
            samples.check(sample, format, derivative);
            String who = renderer.equals(portable) ? "yes" : passedOn.happened() ? "portable" : "native";
            return who
                    + (SampleCheck.frames(derivative) > 1
                            ? ", animated"
                            : sample.part().isEmpty() ? "" : ", " + sample.part());
        } catch (UnrenderableException e) {
            assertThat(e.sentence()).as(sample.name()).contains(sample.refusal());
            return String.valueOf(e.reason().status());
        }
    }
}
