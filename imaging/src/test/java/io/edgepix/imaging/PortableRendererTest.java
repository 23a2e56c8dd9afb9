package io.edgepix.imaging;

import static org.assertj.core.api.Assertions.assertThat;

import io.edgepix.derivative.Fit;
import io.edgepix.derivative.Format;
import io.edgepix.derivative.Size;
import io.edgepix.imaging.contract.AllContracts;
import io.edgepix.imaging.likeness.DecodedImage;
import io.edgepix.imaging.model.Detail;
import io.edgepix.imaging.model.Limits;
import io.edgepix.imaging.model.RenderRequest;
import io.edgepix.imaging.model.UnrenderableException;
import io.edgepix.imaging.model.UnrenderableException.Reason;
import io.edgepix.imaging.originals.ArithmeticJpeg;
import io.edgepix.imaging.originals.FileEdits;
import io.edgepix.imaging.originals.GifMaker;
import io.edgepix.imaging.originals.Originals;
import io.edgepix.imaging.originals.Paint;
import io.edgepix.imaging.png.PngDecoder;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

class PortableRendererTest implements AllContracts {
    @Override
    public Renderer renderer(Limits limits) {
        return new PortableRenderer(limits);
    }

    @Test
    void renderAll_manyRequests_decodeOnceForTheLargest() throws Exception {
        CountingDecoder decoder = new CountingDecoder(new PngDecoder());
        List<RenderRequest> requests =
                List.of(request("10x", Format.PNG), request("50x", Format.WEBP), request("25x", Format.PNG));

        List<byte[]> derivatives = new PortableRenderer(ROOMY, List.of(decoder), Formats.ENCODERS)
                .renderAll(Originals.png(Paint.corners(100, 100)), requests);

        assertThat(derivatives).hasSize(3);
        assertThat(decoder.details()).containsExactly(new Detail(2, 4));
        assertThat(decoder.opened()).isEqualTo(1);
    }

    @Test
    void render_kindsOfTheNativeRendererAlone_areRefusedByName() {
        byte[] avif = FileEdits.ascii("\0\0\0\34ftypavif\0\0\0\0avifmif1miaf");
        byte[] svg = FileEdits.ascii("<svg xmlns='http://www.w3.org/2000/svg' width='4' height='4'/>");

        assertThat(refusal(avif, ROOMY).reason()).isEqualTo(Reason.NOT_A_PICTURE);
        assertThat(refusal(avif, ROOMY).sentence()).startsWith("The file is AVIF, which is not supported; JPEG, ");
        assertThat(refusal(svg, ROOMY).reason()).isEqualTo(Reason.NOT_A_PICTURE);
        assertThat(refusal(svg, ROOMY).sentence()).startsWith("The file is SVG, which is not supported; JPEG, ");
    }

    @Test
    void render_arithmeticJpeg_isRefusedByName() {
        UnrenderableException refusal = refusal(ArithmeticJpeg.SEQUENTIAL, ROOMY);

        assertThat(refusal.reason()).isEqualTo(Reason.NOT_A_PICTURE);
        assertThat(refusal.sentence()).contains("arithmetic-coded JPEG");
    }

    @Test
    void render_animationToAnAnimatedFormat_isTheFirstFrameWithANotice() throws Exception {
        byte[] gif = new GifMaker(30, 20)
                .frame(0, 0, 30, 20, false, (x, y) -> 0)
                .frame(0, 0, 30, 20, false, (x, y) -> 1)
                .end();
        List<String> notices = new ArrayList<>();

        List<byte[]> derivatives = new PortableRenderer(ROOMY)
                .renderAll(
                        gif,
                        List.of(request("30x", Format.PNG), request("30x", Format.GIF)),
                        notice -> notices.add(notice.text()));

        DecodedImage.in(derivatives.getLast()).hasSize(30, 20).shows(15, 10, Paint.RED, 0);
        assertThat(notices).containsExactly("rendered only the first of 2 frames of 30x20");
    }

    private static RenderRequest request(String size, Format format) {
        return new RenderRequest(Size.parse(size), Fit.CONTAIN, format, 80, WHITE);
    }
}
