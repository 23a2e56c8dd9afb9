package io.edgepix.documents;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.edgepix.imaging.originals.Originals;
import io.edgepix.imaging.originals.Paint;
import java.awt.image.BufferedImage;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import org.apache.pdfbox.cos.COSName;
import org.apache.pdfbox.pdmodel.PDPage;
import org.apache.pdfbox.pdmodel.PDResources;
import org.apache.pdfbox.pdmodel.graphics.image.PDImageXObject;
import org.apache.pdfbox.rendering.PDFRenderer;
import org.junit.jupiter.api.Test;

class PicturesTest {
    private static final BufferedImage PHOTO = Paint.opaque(
            900, 600, (x, y) -> (((x / 4) << 16) | ((y / 3) << 8) | ((x + y) / 8)) ^ (Paint.noise(x, y) & 0x070707));
    private final DocumentFixture fixture = new DocumentFixture();

    @Test
    void picture_has300PixelsAnInch() throws Throwable {
        fixture.put("invoices/photo.jpg", Originals.jpeg(PHOTO));

        assertThat(embedded("<img src='photo.jpg' style='width:1.5in'>")).containsExactly("450x300 DCT");
        assertThat(embedded("<img src='photo.jpg' style='width:1in;height:2in'>"))
                .containsExactly("900x600 DCT");
    }

    @Test
    void picture_isNeverEnlarged_andHas96PixelsAnInchWithoutASize() throws Throwable {
        fixture.put("invoices/small.jpg", Originals.jpeg(Paint.opaque(96, 48, Paint::noise)));

        assertThat(embedded("<img src='small.jpg' style='width:6in'>")).containsExactly("96x48 DCT");
        BufferedImage page = page("<style>body{margin:0} @page{margin:0}</style><img src='small.jpg'>");
        assertThat(page.getRGB(71, 20)).isNotEqualTo(Paint.WHITE);
        assertThat(page.getRGB(74, 20)).isEqualTo(Paint.WHITE);
    }

    @Test
    void picture_isEmbeddedOnceForEachSize() throws Throwable {
        fixture.put("logo.png", Originals.png(Paint.corners(300, 300)));
        String small = "<img src='/logo.png' style='width:48px'><img src='../logo.png' style='width:48px'>"
                + "<div style='background:url(/logo.png);background-size:48px 48px;width:96px;height:96px'></div>";

        assertThat(embedded(small)).containsExactly("150x150 Flate");
        assertThat(embedded(small + "<img src='/logo.png'>"))
                .containsExactlyInAnyOrder("150x150 Flate", "300x300 Flate");
    }

    @Test
    void transparentPicture_isLossless() throws Throwable {
        fixture.put(
                "a.png", Originals.png(Paint.transparent(60, 60, (x, y) -> x < 30 ? 0x00FFFFFF : Paint.noise(x, y))));

        assertThat(embedded("<img src='/a.png'>")).containsExactly("60x60 Flate with mask");
    }

    @Test
    void opaquePhoto_isJpeg_alsoFromPng() throws Throwable {
        fixture.put("a.png", Originals.png(PHOTO));

        assertThat(embedded("<img src='/a.png' style='width:3in'>")).containsExactly("900x600 DCT");
        assertThat(embedded("<img src='/a.png' style='width:3in;image-rendering:pixelated'>"))
                .containsExactly("900x600 Flate");
    }

    @Test
    void data_ofAUrl_isAPicture() throws Throwable {
        String png = Base64.getEncoder().encodeToString(Originals.png(Paint.corners(8, 8)));

        assertThat(embedded("<img src='data:image/png;base64," + png + "'>")).containsExactly("8x8 Flate");
        assertThat(embedded("<ul style='list-style-image:url(data:image/png;base64," + png + ")'><li>a</ul>"))
                .containsExactly("8x8 Flate");
    }

    @Test
    void picture_isPaintedUprightAtItsPlace() throws Throwable {
        fixture.put("a.png", Originals.png(Paint.corners(40, 40)));

        BufferedImage page =
                page("<style>@page{margin:0} body{margin:1in}</style><img src='/a.png' style='width:1in;height:1in'>");

        assertThat(page.getRGB(80, 80)).isEqualTo(Paint.corners(40, 40).getRGB(4, 4));
        assertThat(page.getRGB(136, 136)).isEqualTo(Paint.corners(40, 40).getRGB(36, 36));
    }

    @Test
    void brokenPicture_namesItsKey() {
        fixture.put("invoices/a b.png", "no picture".getBytes(UTF_8));

        assertThatThrownBy(() -> fixture.render("<img src='a%20b.png'>"))
                .isInstanceOf(DocumentException.class)
                .hasMessageStartingWith("invoices/t.html: invoices/a b.png: The file is text, which is not supported;");
    }

    @Test
    void pictureOverALimit_isTooLarge() throws Exception {
        fixture.put("a.png", Originals.png(Paint.plain(1001, 1000, Paint.RED)));

        assertThatThrownBy(() -> fixture.render("<p style='background:url(/a.png)'>a"))
                .isInstanceOfSatisfying(
                        DocumentException.class,
                        e -> assertThat(e.reason()).isEqualTo(DocumentException.Reason.TOO_LARGE))
                .hasMessageStartingWith("invoices/t.html: a.png: ");
    }

    private List<String> embedded(String html) throws Throwable {
        List<String> pictures = new ArrayList<>();
        DocumentFixture.look(fixture.render(html), pdf -> {
            for (PDPage page : pdf.getPages()) {
                PDResources resources = page.getResources();
                for (COSName name : resources.getXObjectNames()) {
                    PDImageXObject image = (PDImageXObject) resources.getXObject(name);
                    boolean jpeg = image.getStream().getFilters().contains(COSName.DCT_DECODE);
                    pictures.add(image.getWidth() + "x" + image.getHeight() + (jpeg ? " DCT" : " Flate")
                            + (image.getSoftMask() == null ? "" : " with mask"));
                }
            }
        });
        return pictures;
    }

    private BufferedImage page(String html) throws Throwable {
        BufferedImage[] page = new BufferedImage[1];
        DocumentFixture.look(fixture.render(html), pdf -> page[0] = new PDFRenderer(pdf).renderImage(0));
        return page[0];
    }
}
