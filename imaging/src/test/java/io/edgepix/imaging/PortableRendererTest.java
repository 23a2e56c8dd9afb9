package io.edgepix.imaging;

class PortableRendererTest extends RendererContractTest {
    @Override
    protected Renderer renderer(Limits limits) {
        return new PortableRenderer(limits);
    }
}
