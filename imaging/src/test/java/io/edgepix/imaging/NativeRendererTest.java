package io.edgepix.imaging;

import org.junit.jupiter.api.condition.EnabledOnOs;
import org.junit.jupiter.api.condition.OS;

@EnabledOnOs(value = OS.LINUX, architectures = "amd64")
class NativeRendererTest
        implements RendererContract,
                BoxContract,
                ResamplingContract,
                ColourContract,
                OutputContract,
                RefusalContract,
                JpegContract,
                ProgressiveContract,
                PngContract,
                PngColourContract,
                WebpContract,
                GifContract,
                TiffContract,
                BmpContract,
                PsdContract {
    @Override
    public Renderer renderer(Limits limits) {
        return NativeRenderer.find(limits).orElseThrow();
    }
}
