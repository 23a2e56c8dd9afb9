package io.edgepix.imaging;

class PortableRendererTest
        implements RendererContract,
                BoxContract,
                ResamplingContract,
                ColourContract,
                OutputContract,
                RefusalContract,
                PngContract,
                PngColourContract,
                GifContract {
    @Override
    public Renderer renderer(Limits limits) {
        return new PortableRenderer(limits);
    }
}
