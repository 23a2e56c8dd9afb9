package io.edgepix.localedge;

import static io.edgepix.localedge.LocalDeploymentFixture.header;
import static org.assertj.core.api.Assertions.assertThat;

import io.edgepix.derivative.Format;
import io.edgepix.imaging.formats.FormatsPage;
import io.edgepix.imaging.formats.Sample;
import io.edgepix.imaging.formats.SampleCheck;
import java.io.IOException;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;

/** Requests a row of docs/formats.md in every format, and compares the answers with the page. */
final class FormatsViewer implements AutoCloseable {
    private static final String SIZE = "?d=" + SampleCheck.SIDE + "x" + SampleCheck.SIDE + "&q=" + SampleCheck.QUALITY;
    private static final String TEXT = "text/plain";

    private final LocalDeploymentFixture edge;
    private final String renderer;
    private final List<Format> formats;
    private final FormatsPage page = FormatsPage.read();
    private final SampleCheck check = SampleCheck.start();

    /**
     * Adds all samples to the bucket.
     *
     * @param renderer the renderer of the functions, by its name in the columns of the page
     * @param formats the formats that it writes
     */
    FormatsViewer(LocalDeploymentFixture edge, String renderer, List<Format> formats) throws IOException {
        this.edge = edge;
        this.renderer = renderer;
        this.formats = formats;
        samples().forEach(sample -> edge.put(key(sample), sample.bytes()));
    }

    /** Returns the rows of all tables. */
    static Stream<Sample> samples() throws IOException {
        return FormatsPage.samples().values().stream().flatMap(List::stream);
    }

    /** Returns a key without an extension. The content of the original decides its kind. */
    private static String key(Sample sample) {
        return sample.name().toLowerCase(Locale.ROOT).replaceAll("[^a-z0-9]+", "-");
    }

    /** Returns whether a sample is served according to the page. */
    boolean isServed(Sample sample) {
        return !page.cell(sample, FormatsPage.SERVED).equals(FormatsPage.REFUSED);
    }

    void assertIsServedAsThePageDescribes(Sample sample) throws IOException {
        for (Format format : formats) {
            String cell = page.cell(sample, FormatsPage.column(renderer, format));
            HttpResponse<byte[]> answer = ask(sample, format);
            String what = sample.name() + " as " + format;
            if (cell.equals(FormatsPage.REFUSED)) {
                assertIsRefused(what, sample, answer);
            } else {
                assertThat(answer.statusCode())
                        .as("%s: %s", what, new String(answer.body(), StandardCharsets.ISO_8859_1))
                        .isEqualTo(200);
                assertThat(header(answer, "content-type")).as(what).isEqualTo(format.contentType());
                assertThat(SampleCheck.frames(answer.body()) > 1).as(what).isEqualTo(cell.endsWith("animated"));
                check.check(sample, format, answer.body());
            }
        }
    }

    /** Requests WebP and AVIF by the Accept header of a browser, and other formats by the URL. */
    private HttpResponse<byte[]> ask(Sample sample, Format format) {
        String path = "/" + key(sample) + SIZE;
        return switch (format) {
            case WEBP -> edge.get(path, "accept", "image/webp,*/*;q=0.8");
            case AVIF -> edge.get(path, "accept", "image/avif,image/webp,*/*;q=0.8");
            default -> edge.get(path + "&f=" + format.token(), "accept", "*/*");
        };
    }

    private static void assertIsRefused(String what, Sample sample, HttpResponse<byte[]> answer) {
        String sentence = new String(answer.body(), StandardCharsets.UTF_8);
        assertThat(answer.statusCode()).as(what).hasToString(FormatsPage.REFUSED);
        assertThat(header(answer, "content-type")).as(what).startsWith(TEXT);
        assertThat(sentence).as(what).contains(sample.refusal()).endsWith(".\n");
    }

    @Override
    public void close() {
        edge.close();
    }
}
