package io.edgepix.imaging;

import static org.assertj.core.api.Assertions.assertThat;

import io.edgepix.derivative.Fit;
import io.edgepix.derivative.Format;
import io.edgepix.derivative.Size;
import java.util.List;
import org.junit.jupiter.api.Test;

class PortableRendererTest
        implements RendererContract,
                ManyContract,
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
        return new PortableRenderer(limits);
    }

    @Test
    void renderAll_manyRequests_decodeOnceForTheLargest() throws Exception {
        CountingDecoder decoder = new CountingDecoder(new PngDecoder());
        List<RenderRequest> requests = List.of(request("10x"), request("50x"), request("25x"));

        List<byte[]> derivatives = new PortableRenderer(ROOMY, List.of(decoder))
                .renderAll(Originals.png(Paint.corners(100, 50)), requests);

        assertThat(derivatives).hasSize(3);
        assertThat(decoder.shrinks()).containsExactly(2.0);
    }

    private static RenderRequest request(String size) {
        return new RenderRequest(Size.parse(size), Fit.CONTAIN, Format.PNG, 80, WHITE);
    }
}
