package io.edgepix.imaging;

import com.code_intelligence.jazzer.junit.FuzzTest;
import io.edgepix.imaging.formats.AvifSamples;
import io.edgepix.imaging.originals.SvgMaker;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.condition.EnabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.params.provider.MethodSource;

/** Runs the checks of {@link PortableFuzzTest} on the native renderer. */
@EnabledOnOs(value = OS.LINUX, architectures = "amd64")
class NativeFuzzTest {
    /** The file that keeps the last bytes in case they crash the process; null to keep none. */
    private static final @Nullable String LAST = System.getenv("EDGEPIX_FUZZ_LAST");

    private static final class Native {
        static final List<Renderer> RENDERERS =
                Fuzz.both(limits -> NativeRenderer.find(limits).orElseThrow());
    }

    static Stream<byte[]> seeds() throws IOException {
        byte[] svg = SvgMaker.svg("width='9' height='7'", SvgMaker.red("rx='2'"));
        return Stream.concat(Fuzz.seeds(), Stream.of(AvifSamples.ALPHA, AvifSamples.TEN_BITS, svg));
    }

    @MethodSource("seeds")
    @FuzzTest
    void renderAll_anyBytes_endsInPicturesOrARefusal(byte[] original) throws IOException {
        if (LAST != null) {
            Files.write(Path.of(LAST), original);
        }
        Fuzz.check(Native.RENDERERS, original);
    }
}
