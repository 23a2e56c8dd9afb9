package io.edgepix.imaging;

import static org.assertj.core.api.Assertions.assertThat;

import io.edgepix.derivative.Fit;
import io.edgepix.derivative.Format;
import io.edgepix.derivative.Size;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Collection;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledIf;

/** Many renders leave nothing behind: not on the heap, and not outside it. */
class MemoryTest {
    private static final int ROUNDS = 300;
    private static final long HEAP_SLACK = 4 << 20;
    private static final long RESIDENT_SLACK = 64 << 20;
    private static final Path STATUS = Path.of("/proc/self/statm");

    private final Renderer renderer = new PortableRenderer(Contract.ROOMY);

    private void renderAll(Collection<byte[]> originals, int rounds) {
        for (int round = 0; round < rounds; round++) {
            for (byte[] original : originals) {
                for (Format format : renderer.writes()) {
                    render(original, format);
                }
                render(Arrays.copyOf(original, original.length * 2 / 3), Format.PNG);
            }
        }
    }

    private void render(byte[] original, Format format) {
        RenderRequest request = new RenderRequest(new Size(20, 20), Fit.CONTAIN, format, 80, 0);
        try {
            assertThat(renderer.render(original, request)).isNotEmpty();
        } catch (UnrenderableException e) {
            assertThat(e.reason()).isNotEqualTo(UnrenderableException.Reason.TOO_LARGE);
        }
    }

    private static long heap() {
        long least = Long.MAX_VALUE;
        for (int i = 0; i < 4; i++) {
            System.gc();
            least = Math.min(
                    least,
                    Runtime.getRuntime().totalMemory() - Runtime.getRuntime().freeMemory());
        }
        return least;
    }

    private static long residentPages() throws IOException {
        return Long.parseLong(Files.readString(STATUS).split(" ", -1)[1]);
    }

    static boolean tellsResidentPages() {
        return Files.isReadable(STATUS);
    }

    @Test
    void render_wholeAndCutPicturesManyTimes_leavesTheHeapAsItWas() throws Exception {
        Collection<byte[]> originals =
                Originals.everyFormat(Paint.shades(40, 30)).values();
        renderAll(originals, 30);
        long before = heap();

        renderAll(originals, ROUNDS);

        assertThat(heap() - before).isLessThan(HEAP_SLACK);
    }

    /** A picture of 1.3 MB decoded: 100 leaks of it would show. */
    @Test
    @EnabledIf("tellsResidentPages")
    void render_webpManyTimes_freesWhatLibwebpTook() throws Exception {
        Collection<byte[]> originals = List.of(Originals.webp(Paint.shades(700, 600)));
        renderAll(originals, 20);
        heap();
        long before = residentPages();

        renderAll(originals, 100);

        heap();
        assertThat((residentPages() - before) * 4096).isLessThan(RESIDENT_SLACK);
    }
}
