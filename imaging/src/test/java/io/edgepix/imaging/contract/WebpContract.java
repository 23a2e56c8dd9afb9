package io.edgepix.imaging.contract;

import static org.assertj.core.api.Assertions.assertThat;

import io.edgepix.derivative.Fit;
import io.edgepix.derivative.Format;
import io.edgepix.imaging.bytes.Bytes;
import io.edgepix.imaging.bytes.Chunks;
import io.edgepix.imaging.likeness.DecodedImage;
import io.edgepix.imaging.model.UnrenderableException.Reason;
import io.edgepix.imaging.originals.ExifMaker;
import io.edgepix.imaging.originals.FileEdits;
import io.edgepix.imaging.originals.Originals;
import io.edgepix.imaging.originals.Paint;
import java.awt.image.BufferedImage;
import java.io.IOException;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Tests originals in WebP, and the first frame of animations. */
public interface WebpContract extends Contract {
    private static BufferedImage halfHidden(int width, int height) {
        BufferedImage corners = Paint.corners(width, height);
        return Paint.transparent(
                width, height, (x, y) -> y * 2 < height ? corners.getRGB(x, y) : corners.getRGB(x, y) & 0x40FFFFFF);
    }

    @ParameterizedTest
    @ValueSource(booleans = {false, true})
    default void render_opaqueWebp_isTheSamePicture(boolean lossless) throws Exception {
        DecodedImage decoded = png(Originals.webp(Paint.corners(81, 41), lossless), "40x40");

        decoded.hasSize(40, 20).showsCorners(lossless ? 2 : 24);
        assertThat(decoded.hasAlpha()).isFalse();
    }

    @ParameterizedTest
    @ValueSource(booleans = {false, true})
    default void render_webpWithAlpha_keepsIt(boolean lossless) throws Exception {
        DecodedImage decoded = png(Originals.webp(halfHidden(81, 41), lossless), "40x40");

        decoded.hasSize(40, 20).showsCorners(lossless ? 2 : 24);
        assertThat(decoded.alpha(5, 5)).isEqualTo(255);
        assertThat(decoded.alpha(5, 15)).isEqualTo(0x40);
    }

    @Test
    default void render_webpWithDamagedAlpha_isBroken() throws Exception {
        byte[] webp = Originals.webp(Paint.transparent(81, 41, (x, y) -> ((x * 31 + y * 57) * x) << 24), false);
        int alpha =
                Chunks.ofRiff(webp, 12, webp.length).first("ALPH").orElseThrow().body() + 1;
        Arrays.fill(webp, alpha, alpha + 4, (byte) 0xFF);

        assertThat(refusal(webp, ROOMY).reason()).isEqualTo(Reason.BROKEN);
    }

    @ParameterizedTest
    @ValueSource(booleans = {false, true})
    default void render_animatedWebpWithAlpha_isItsFirstFrame(boolean lossless) throws Exception {
        byte[] frame = Originals.webp(halfHidden(20, 10), lossless);

        DecodedImage decoded = png(FileEdits.animatedWebp(frame, 10, 4, 20, 10, 40, 20), "40x40");

        decoded.hasSize(40, 20).shows(12, 6, Paint.RED, 24);
        assertThat(decoded.alpha(12, 6)).isEqualTo(255);
        assertThat(decoded.alpha(12, 12)).isEqualTo(0x40);
        assertThat(decoded.alpha(35, 17)).isZero();
    }

    @Test
    default void render_animatedWebpOfTheWholeCanvas_isOpaque() throws Exception {
        byte[] frame = Originals.webp(Paint.corners(80, 40), false);

        DecodedImage decoded = png(FileEdits.animatedWebp(frame, 0, 0, 80, 40, 80, 40), "40x40");

        decoded.hasSize(40, 20).showsCorners(24);
        assertThat(decoded.hasAlpha()).isFalse();
    }

    /** Returns a picture whose chunk has an odd length and is padded, with chunks of metadata after it. */
    private static byte[] withMetadata(boolean lossless, int orientation, int exifClaims, int xmpClaims)
            throws IOException {
        byte[] still = Originals.webp(Paint.corners(80, 40), lossless);
        byte[] exif = FileEdits.riffChunk("EXIF", ExifMaker.exif(orientation));
        byte[] xmp = FileEdits.riffChunk("XMP ", FileEdits.ascii("<x:xmpmeta/>"));
        Bytes.little(exif).putInt(4, exifClaims < 0 ? exif.length - 8 : exifClaims);
        Bytes.little(xmp).putInt(4, xmpClaims < 0 ? xmp.length - 8 : xmpClaims);
        byte[] picture = Arrays.copyOfRange(still, 12, still.length);
        return FileEdits.riff(FileEdits.join(FileEdits.extended(0x0C, 80, 40), picture, xmp, exif));
    }

    private void assertShowsCorners(byte[] webp) throws Exception {
        for (Format format : List.of(Format.PNG, Format.WEBP, Format.JPEG)) {
            decoded(webp, "40x40", Fit.CONTAIN, format).hasSize(40, 20).showsCorners(40);
        }
    }

    @ParameterizedTest
    @CsvSource({
        "false, -1000",
        "true, -1000",
        "false, -3",
        "true, -3",
        "false, 1",
        "true, 1",
        "false, 1000",
        "true, 1000"
    })
    default void render_webpWhoseLengthIsWrong_isTheSamePicture(boolean lossless, int off) throws Exception {
        byte[] webp = Originals.webp(Paint.corners(80, 40), lossless);
        Bytes.little(webp).putInt(4, Math.max(0, webp.length - 8 + off));

        assertShowsCorners(webp);
    }

    @ParameterizedTest
    @ValueSource(booleans = {false, true})
    default void render_webpWhosePictureClaimsMore_isTheSamePicture(boolean lossless) throws Exception {
        byte[] webp = Originals.webp(Paint.corners(80, 40), lossless);
        Bytes.little(webp).putInt(16, webp.length);

        assertShowsCorners(webp);
        assertShowsCorners(FileEdits.join(webp, new byte[99]));
    }

    /** The content of such a chunk is unknown, including its orientation. */
    @ParameterizedTest
    @CsvSource({"false, 5000, -1", "true, 5000, -1", "false, 2147483647, -1", "false, 5000, 7000", "true, 5000, 10"})
    default void render_webpWhoseMetadataClaimsTooMuch_isThePictureWithoutIt(boolean lossless, int exif, int xmp)
            throws Exception {
        assertShowsCorners(withMetadata(lossless, 6, exif, xmp));
    }

    @Test
    default void render_webpWhoseMetadataIsRight_standsUpright() throws Exception {
        png(withMetadata(false, 6, -1, -1), "40x40").hasSize(20, 40);
    }

    @ParameterizedTest
    @ValueSource(ints = {-1, 3, 60, 5_000, Integer.MIN_VALUE})
    default void render_webpWhoseProfileClaimsMore_isTheSamePicture(int claims) throws Exception {
        byte[] profile = FileEdits.ascii("no profile".repeat(5));
        byte[] webp = FileEdits.webpWithProfile(Originals.webp(Paint.corners(80, 40), false), 80, 40, profile);
        Bytes.little(webp).putInt(34, claims);

        assertShowsCorners(webp);
    }

    @ParameterizedTest
    @ValueSource(booleans = {false, true})
    default void render_webpWithUnknownOrUnpaddedChunks_isTheSamePicture(boolean lossless) throws Exception {
        byte[] still = Originals.webp(Paint.corners(80, 40), lossless);
        byte[] picture = Arrays.copyOfRange(still, 12, still.length);
        byte[] unknown = FileEdits.riffChunk("what", new byte[7]);
        byte[] unpadded = Arrays.copyOf(unknown, unknown.length - 1);
        byte[] header = FileEdits.extended(0, 80, 40);

        assertShowsCorners(FileEdits.riff(FileEdits.join(header, unknown, picture, unknown)));
        assertShowsCorners(FileEdits.riff(FileEdits.join(header, unpadded, picture, unpadded)));
        assertShowsCorners(FileEdits.riff(FileEdits.join(unknown, picture)));
        assertShowsCorners(FileEdits.join(still, FileEdits.ascii("RIFF behind")));
    }

    @ParameterizedTest
    @ValueSource(booleans = {false, true})
    default void render_truncatedWebp_isWholeOrBroken(boolean lossless) throws Exception {
        wholeIfCut(Originals.webp(Paint.opaque(13, 9, (x, y) -> Paint.noise(x / 3, y)), lossless));
        wholeIfCut(Originals.webp(halfHidden(13, 9), lossless));
        assertThat(wholeIfCut(withMetadata(lossless, 1, -1, -1))).isPositive();
    }

    @Test
    default void render_webpWithoutAPicture_isBroken() {
        byte[] header = FileEdits.riff(FileEdits.extended(0, 80, 40));

        assertThat(refusal(header, ROOMY).reason()).isEqualTo(Reason.BROKEN);
        assertThat(refusal(Arrays.copyOf(header, 12), ROOMY).reason()).isEqualTo(Reason.BROKEN);
        assertThat(refusal(FileEdits.join(header, new byte[5_000]), ROOMY).reason())
                .isEqualTo(Reason.BROKEN);
    }
}
