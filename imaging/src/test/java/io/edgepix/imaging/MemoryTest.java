package io.edgepix.imaging;

import static org.assertj.core.api.Assertions.assertThat;

import io.edgepix.derivative.Fit;
import io.edgepix.derivative.Format;
import io.edgepix.derivative.Size;
import io.edgepix.imaging.contract.Contract;
import io.edgepix.imaging.model.RenderRequest;
import io.edgepix.imaging.model.UnrenderableException;
import io.edgepix.imaging.originals.Originals;
import io.edgepix.imaging.originals.Paint;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Collection;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledIf;

/** Tests that many renders leak no memory, neither on the heap nor outside of it. */
class MemoryTest {
    private static final int ROUNDS = 300;
    private static final long HEAP_SLACK = 24 << 20;
    private static final long NATIVE_SLACK = 192 << 20;
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

    /** Returns the memory of the process in addition to the Java heap, in bytes. */
    private static long outsideTheHeap() throws IOException {
        long residentPages = Long.parseLong(Files.readString(STATUS).split(" ", -1)[1]);
        return residentPages * 4096 - Runtime.getRuntime().totalMemory();
    }

    static boolean tellsResidentPages() {
        return Files.isReadable(STATUS);
    }

    @Test
    void render_wholeAndTruncatedPicturesManyTimes_leaksNothing() throws Exception {
        Collection<byte[]> originals =
                Originals.everyFormat(Paint.shades(40, 30)).values();
        renderAll(originals, 30);
        long before = heap();

        renderAll(originals, ROUNDS);

        assertThat(heap() - before).isLessThan(HEAP_SLACK);
    }

    /**
     * A picture of 1.3 MB when decoded is rendered 600 times and aborted 200 times, so a leak would be at least 700 MB.
     */
    @Test
    @EnabledIf("tellsResidentPages")
    void render_webpManyTimes_freesTheMemoryOfLibwebp() throws Exception {
        Collection<byte[]> originals = List.of(Originals.webp(Paint.shades(700, 600)));
        renderAll(originals, 20);
        heap();
        long before = outsideTheHeap();

        renderAll(originals, 200);

        heap();
        assertThat(outsideTheHeap() - before).isLessThan(NATIVE_SLACK);
    }
}
