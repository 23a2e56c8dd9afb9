package io.edgepix.imaging.contract;

import static org.assertj.core.api.Assertions.assertThat;

import io.edgepix.imaging.model.UnrenderableException;
import io.edgepix.imaging.model.UnrenderableException.Reason;
import io.edgepix.imaging.originals.ExifMaker;
import io.edgepix.imaging.originals.FileEdits;
import io.edgepix.imaging.originals.JpegMaker;
import io.edgepix.imaging.originals.Originals;
import io.edgepix.imaging.originals.Paint;
import java.awt.image.BufferedImage;
import java.awt.image.DataBufferByte;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Tests originals in JPEG. */
public interface JpegContract extends Contract {
    @ParameterizedTest
    @CsvSource({"1, 1", "2, 1", "1, 2", "2, 2", "4, 1"})
    default void render_jpegOfEachSubsampling_isTheSamePicture(int across, int down) throws Exception {
        BufferedImage corners = Paint.corners(161, 83);
        for (boolean progressive : new boolean[] {false, true}) {
            for (int restart : new int[] {0, 1, 5}) {
                byte[] original = JpegMaker.jpeg(corners, across, down, restart, progressive);

                png(original, "161x83").hasSize(161, 83).showsCorners(8);
            }
        }
    }

    @ParameterizedTest
    @ValueSource(booleans = {false, true})
    default void render_greyJpeg_keepsItsTone(boolean progressive) throws Exception {
        BufferedImage grey = new BufferedImage(40, 40, BufferedImage.TYPE_BYTE_GRAY);
        Arrays.fill(((DataBufferByte) grey.getRaster().getDataBuffer()).getData(), (byte) 0x50);
        byte[] original = progressive ? Originals.progressiveJpeg(grey) : Originals.jpeg(grey);

        png(original, "20x20").shows(10, 10, 0x505050, 1);
    }

    @Test
    default void render_rgbJpeg_isNotTakenForLumaAndChroma() throws Exception {
        BufferedImage corners = Originals.drawn(Paint.corners(80, 40), BufferedImage.TYPE_INT_RGB);

        png(JpegMaker.rgb(corners), "40x40").hasSize(40, 20).showsCorners(40);
    }

    @Test
    default void render_losslessJpeg_keepsItsTone() throws Exception {
        png(JpegMaker.lossless(40, 20, 0xA8), "20x20").hasSize(20, 10).shows(10, 5, 0xA8A8A8, 0);
    }

    @ParameterizedTest
    @ValueSource(ints = {1, 3, 6, 8})
    default void render_exifInEitherByteOrderAndPlace_standsUpright(int orientation) throws Exception {
        byte[] jpeg = Originals.jpeg(Paint.stored(Paint.corners(120, 60), orientation));
        byte[] big = ExifMaker.exif(orientation);
        byte[] little = ExifMaker.littleExif(orientation);

        for (byte[] exif : List.of(big, little, ExifMaker.exifWithThumbnail(orientation, 60_000))) {
            byte[] body = FileEdits.join(FileEdits.ascii("Exif\0\0"), exif);
            png(FileEdits.jpegWith(jpeg, 0xE1, body), "60x60").hasSize(60, 30).showsCorners(40);
            png(FileEdits.jpegWithAfterJfif(jpeg, 0xE1, body), "60x60")
                    .hasSize(60, 30)
                    .showsCorners(40);
        }
    }

    @Test
    default void render_exifThatPointsBeyondItself_isUpright() throws Exception {
        byte[] jpeg = Originals.jpeg(Paint.corners(120, 60));
        byte[] exif = ExifMaker.exif(6);
        exif[4] = 0x7F;

        png(FileEdits.jpegWith(jpeg, 0xE1, FileEdits.join(FileEdits.ascii("Exif\0\0"), exif)), "60x60")
                .hasSize(60, 30)
                .showsCorners(40);
    }

    @Test
    default void render_secondPictureAfterTheEnd_isTheFirst() throws Exception {
        byte[] original = FileEdits.join(
                Originals.jpeg(Paint.corners(120, 60)), Originals.jpeg(Paint.plain(500, 500, Paint.BLACK)));

        png(original, "60x60").hasSize(60, 30).showsCorners(40);
    }

    @ParameterizedTest
    @CsvSource({"10-bit, 0xC1, 10", "12-bit, 0xC0, 12", "hierarchical, 0xC5, 8"})
    default void render_unsupportedJpegProcess_isRefusedByName(String name, String marker, int depth) throws Exception {
        byte[] jpeg = Originals.jpeg(Paint.corners(120, 60));
        int frame = FileEdits.indexOf(jpeg, (byte) 0xFF, (byte) 0xC0);
        jpeg[frame + 1] = (byte) (int) Integer.decode(marker);
        jpeg[frame + 4] = (byte) depth;

        UnrenderableException refusal = refusal(jpeg, ROOMY);

        assertThat(refusal.reason()).isEqualTo(Reason.NOT_A_PICTURE);
        assertThat(refusal.sentence()).contains("JPEG", name);
    }
}
