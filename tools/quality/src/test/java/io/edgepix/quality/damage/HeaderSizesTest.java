package io.edgepix.quality.damage;

import static org.assertj.core.api.Assertions.assertThat;

import java.awt.image.BufferedImage;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;
import java.util.zip.CRC32;
import javax.imageio.ImageIO;
import javax.imageio.ImageReader;
import javax.imageio.stream.ImageInputStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

final class HeaderSizesTest {
    private static final int WIDTH = 40;
    private static final int HEIGHT = 30;

    /** Less than the real width, since Java's reader refuses a BMP that has fewer bytes than its width needs. */
    private static final int FORGED = 27;

    @ParameterizedTest
    @ValueSource(strings = {"png", "jpeg", "gif", "bmp", "tiff"})
    void fields_containTheDimensions(String format) throws IOException {
        byte[] picture = picture(format);

        List<Long> values = sizes(picture).fields(picture).stream()
                .map(field -> field.get(picture))
                .toList();

        assertThat(values).contains((long) WIDTH, (long) HEIGHT);
    }

    @ParameterizedTest
    @ValueSource(strings = {"png", "jpeg", "gif", "bmp", "tiff"})
    void aForgedWidth_isTheWidthThatReadersReport(String format) throws IOException {
        byte[] picture = picture(format);
        HeaderSizes sizes = sizes(picture);

        for (SizeField field : sizes.fields(picture)) {
            if (field.get(picture) == WIDTH) {
                field.set(picture, FORGED);
            }
        }
        sizes.seal(picture);

        assertThat(width(picture)).isEqualTo(FORGED);
    }

    @Test
    void png_isSealedWithItsChecksum() throws IOException {
        byte[] picture = picture("png");
        HeaderSizes sizes = sizes(picture);

        sizes.fields(picture).getFirst().set(picture, FORGED);
        sizes.seal(picture);

        CRC32 checksum = new CRC32();
        checksum.update(picture, 12, 17);
        assertThat(ByteBuffer.wrap(picture).getInt(29)).isEqualTo((int) checksum.getValue());
    }

    @Test
    void webp_hasCanvasFrameAndBitstream() {
        byte[] picture = ByteBuffer.allocate(12 + 18 + 18)
                .order(ByteOrder.LITTLE_ENDIAN)
                .put("RIFF____WEBPVP8X".getBytes(StandardCharsets.ISO_8859_1))
                .putInt(10)
                .putInt(0)
                .put(new byte[] {39, 0, 0, 29, 0, 0})
                .put("VP8 ".getBytes(StandardCharsets.ISO_8859_1))
                .putInt(10)
                .put(new byte[] {0, 0, 0, (byte) 0x9D, 1, 0x2A, 40, 0, 30, 0})
                .array();

        assertThat(new WebpSizes().fields(picture))
                .extracting(field -> field.get(picture))
                .containsExactly(39L, 29L, 40L, 30L);
    }

    @Test
    void avif_hasItsExtents() {
        byte[] picture = "\0\0\0\u001Cftypavif....\0\0\0\u0014ispe\0\0\0\0\0\0\0(\0\0\0\u001E"
                .getBytes(StandardCharsets.ISO_8859_1);

        assertThat(sizes(picture).fields(picture))
                .extracting(field -> field.get(picture))
                .containsExactly(40L, 30L);
    }

    @ParameterizedTest
    @ValueSource(strings = {"png", "jpeg", "gif", "bmp", "tiff"})
    void aTruncatedPicture_hasNoFieldsBeyondItsEnd(String format) throws IOException {
        byte[] picture = picture(format);
        HeaderSizes whole = sizes(picture);
        for (int length = 16; length < Math.min(400, picture.length); length++) {
            byte[] cut = Arrays.copyOf(picture, length);

            assertThat(whole.fields(cut)).allMatch(field -> field.fits(cut));
        }
    }

    private static HeaderSizes sizes(byte[] picture) {
        return SizeFormats.of(picture).orElseThrow();
    }

    private static byte[] picture(String format) throws IOException {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        assertThat(ImageIO.write(new BufferedImage(WIDTH, HEIGHT, BufferedImage.TYPE_INT_RGB), format, bytes))
                .isTrue();
        return bytes.toByteArray();
    }

    private static int width(byte[] picture) throws IOException {
        try (ImageInputStream in = ImageIO.createImageInputStream(new ByteArrayInputStream(picture))) {
            ImageReader reader = ImageIO.getImageReaders(in).next();
            reader.setInput(in);
            return reader.getWidth(0);
        }
    }
}
