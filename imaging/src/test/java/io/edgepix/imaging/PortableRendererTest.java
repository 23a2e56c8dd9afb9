package io.edgepix.imaging;

import static org.assertj.core.api.Assertions.assertThat;

import io.edgepix.derivative.Fit;
import io.edgepix.derivative.Format;
import io.edgepix.derivative.Size;
import io.edgepix.imaging.contract.AnimationContract;
import io.edgepix.imaging.contract.BmpContract;
import io.edgepix.imaging.contract.BmpKindContract;
import io.edgepix.imaging.contract.BoxContract;
import io.edgepix.imaging.contract.ColourContract;
import io.edgepix.imaging.contract.CostContract;
import io.edgepix.imaging.contract.DamagedJpegContract;
import io.edgepix.imaging.contract.FitContract;
import io.edgepix.imaging.contract.FocusContract;
import io.edgepix.imaging.contract.GifContract;
import io.edgepix.imaging.contract.IcoContract;
import io.edgepix.imaging.contract.JpegContract;
import io.edgepix.imaging.contract.LenientTruncationContract;
import io.edgepix.imaging.contract.OrientationContract;
import io.edgepix.imaging.contract.OutputContract;
import io.edgepix.imaging.contract.PlanContract;
import io.edgepix.imaging.contract.PngColourContract;
import io.edgepix.imaging.contract.PngContract;
import io.edgepix.imaging.contract.PngDamageContract;
import io.edgepix.imaging.contract.PngSizeContract;
import io.edgepix.imaging.contract.ProfileContract;
import io.edgepix.imaging.contract.ProgressiveContract;
import io.edgepix.imaging.contract.PsdContract;
import io.edgepix.imaging.contract.QualityContract;
import io.edgepix.imaging.contract.RecognitionContract;
import io.edgepix.imaging.contract.RefusalContract;
import io.edgepix.imaging.contract.RenderAllContract;
import io.edgepix.imaging.contract.RendererContract;
import io.edgepix.imaging.contract.ResamplingContract;
import io.edgepix.imaging.contract.TextureContract;
import io.edgepix.imaging.contract.TiffContract;
import io.edgepix.imaging.contract.TiffDepthContract;
import io.edgepix.imaging.contract.TruncationContract;
import io.edgepix.imaging.contract.WebpContract;
import io.edgepix.imaging.contract.WorkLimitContract;
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

class PortableRendererTest
        implements RendererContract,
                RenderAllContract,
                BoxContract,
                FitContract,
                FocusContract,
                ResamplingContract,
                ColourContract,
                ProfileContract,
                OrientationContract,
                OutputContract,
                RefusalContract,
                RecognitionContract,
                JpegContract,
                DamagedJpegContract,
                ProgressiveContract,
                TextureContract,
                PngContract,
                PngDamageContract,
                PngSizeContract,
                PngColourContract,
                WebpContract,
                GifContract,
                AnimationContract,
                TiffContract,
                TiffDepthContract,
                BmpContract,
                BmpKindContract,
                PsdContract,
                LenientTruncationContract,
                IcoContract,
                WorkLimitContract,
                CostContract,
                TruncationContract,
                QualityContract,
                PlanContract {
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
        assertThat(refusal(avif, ROOMY).sentence()).startsWith("The file is AVIF, which is not read here; JPEG, ");
        assertThat(refusal(svg, ROOMY).reason()).isEqualTo(Reason.NOT_A_PICTURE);
        assertThat(refusal(svg, ROOMY).sentence()).startsWith("The file is SVG, which is not read here; JPEG, ");
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
        assertThat(notices).containsExactly("the first of 2 frames of 30x20");
    }

    private static RenderRequest request(String size, Format format) {
        return new RenderRequest(Size.parse(size), Fit.CONTAIN, format, 80, WHITE);
    }
}
