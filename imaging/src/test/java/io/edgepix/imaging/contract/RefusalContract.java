package io.edgepix.imaging.contract;

import static org.assertj.core.api.Assertions.assertThat;

import io.edgepix.derivative.Fit;
import io.edgepix.derivative.Format;
import io.edgepix.imaging.model.Limits;
import io.edgepix.imaging.model.UnrenderableException;
import io.edgepix.imaging.model.UnrenderableException.Reason;
import io.edgepix.imaging.originals.FileEdits;
import io.edgepix.imaging.originals.Originals;
import io.edgepix.imaging.originals.Paint;
import java.util.Arrays;
import java.util.Map;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Tests originals that are not pictures, are too large, or are broken. */
public interface RefusalContract extends Contract {
    @ParameterizedTest
    @ValueSource(strings = {"", "GIF", "<!doctype html>", "plain text"})
    default void render_noPicture_isRefusedWithTheAcceptedFormats(String text) {
        UnrenderableException refusal = refusal(FileEdits.ascii(text), ROOMY);

        assertThat(refusal.reason()).isEqualTo(Reason.NOT_A_PICTURE);
        assertThat(refusal.reason().status()).isEqualTo(415);
        assertThat(refusal.sentence()).contains("JPEG", "PNG", "WebP").doesNotContain("\n");
    }

    @Test
    default void render_tooManyBytes_isRefused() throws Exception {
        byte[] original = Originals.png(Paint.shades(50, 50));
        Limits tight = new Limits(original.length - 1, 1_000_000);

        assertThat(refusal(original, tight).reason()).isEqualTo(Reason.TOO_LARGE);
        assertThat(refusal(original, tight).sentence()).contains("" + original.length, "" + (original.length - 1));
        assertThat(refusal(original, new Limits(original.length, 2500))).isNull();
    }

    @Test
    default void render_tooManyPixels_isRefusedInEveryFormat() throws Exception {
        for (Map.Entry<String, byte[]> original :
                Originals.everyFormat(Paint.shades(50, 40)).entrySet()) {
            UnrenderableException refusal = refusal(original.getValue(), new Limits(1_000_000, 1999));

            assertThat(refusal).as(original.getKey()).isNotNull();
            assertThat(refusal.reason().status()).isEqualTo(413);
            assertThat(refusal.sentence()).contains("50x40", "1999");
            assertThat(refusal(original.getValue(), new Limits(1_000_000, 2000)))
                    .isNull();
        }
    }

    @Test
    default void render_sidesWhoseProductOverflowsAnInt_isRefusedFromTheHeader() {
        assertThat(refusal(FileEdits.pngHeader(65_536, 65_536), ROOMY).reason()).isEqualTo(Reason.TOO_LARGE);
    }

    @Test
    default void render_pictureThatTheHeapCannotHold_isRefusedAsTooLarge() {
        long heap = Runtime.getRuntime().maxMemory();
        int height = (int) Math.min(heap / 40_000 + 1, Integer.MAX_VALUE / 40_000);

        byte[] original = FileEdits.pngHeader(40_000, height);

        assertThat(refusal(original, new Limits(1000, Long.MAX_VALUE)).reason()).isEqualTo(Reason.TOO_LARGE);
    }

    @Test
    default void render_truncated_isBrokenAtEveryPoint() throws Exception {
        Map<String, byte[]> originals = Originals.everyFormat(Paint.shades(64, 48));
        for (Map.Entry<String, byte[]> original : originals.entrySet()) {
            byte[] whole = original.getValue();
            for (int i = 1; i < 60; i++) {
                int length = whole.length * i / 60;
                UnrenderableException refusal = refusal(Arrays.copyOf(whole, length), ROOMY);

                assertThat(refusal)
                        .as("%s cut to %d of %d", original.getKey(), length, whole.length)
                        .isNotNull();
                assertThat(refusal.reason()).isIn(Reason.BROKEN, Reason.NOT_A_PICTURE);
                assertThat(refusal.sentence()).doesNotContain("Exception", "java", "\n");
            }
        }
    }

    @Test
    default void render_jpegWhoseScanIsTruncatedBeforeTheEndMarker_isBroken() throws Exception {
        byte[] jpeg = Originals.jpeg(Paint.shades(200, 200));
        byte[] cut = FileEdits.join(Arrays.copyOf(jpeg, jpeg.length * 2 / 3), new byte[] {(byte) 0xFF, (byte) 0xD9});

        assertThat(refusal(cut, ROOMY).reason()).isEqualTo(Reason.BROKEN);
    }

    @Test
    default void render_flippedBytes_isAPictureOrARefusal() throws Exception {
        Random random = new Random(7);
        for (byte[] original : Originals.everyFormat(Paint.shades(24, 16)).values()) {
            for (int i = 0; i < 250; i++) {
                byte[] damaged = original.clone();
                for (int flips = random.nextInt(1, 5); flips > 0; flips--) {
                    damaged[random.nextInt(damaged.length)] = (byte) random.nextInt(256);
                }
                try {
                    assertThat(render(damaged, "10x10", Fit.CONTAIN, Format.PNG))
                            .isNotEmpty();
                } catch (UnrenderableException e) {
                    assertThat(e.sentence()).isNotBlank();
                }
            }
        }
    }
}
