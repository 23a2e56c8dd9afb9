package io.edgepix.imaging;

import com.code_intelligence.jazzer.junit.FuzzTest;
import java.io.IOException;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * Tests the portable renderer with random bytes. {@code ./dev fuzz} searches for bytes that break it. This test runs
 * the seeds and the bytes that were found.
 */
class PortableFuzzTest {
    private static final List<Renderer> RENDERERS = Fuzz.both(PortableRenderer::new);

    static Stream<byte[]> seeds() throws IOException {
        return Fuzz.seeds();
    }

    @MethodSource("seeds")
    @FuzzTest
    void renderAll_anyBytes_endsInPicturesOrARefusal(byte[] original) {
        Fuzz.check(RENDERERS, original);
    }
}
