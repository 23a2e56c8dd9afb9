package io.edgepix.imaging;

class PortableRendererTest
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
        return new PortableRenderer(limits);
    }
}
