package io.edgepix.imaging.colour;

import static org.assertj.core.api.Assertions.assertThat;

import io.edgepix.imaging.bytes.Bytes;
import java.awt.color.ColorSpace;
import java.awt.color.ICC_Profile;
import java.util.Arrays;
import org.junit.jupiter.api.Test;

class SrgbProfileTest {
    private final byte[] srgb = ICC_Profile.getInstance(ColorSpace.CS_sRGB).getData();

    @Test
    void matches_anotherDescription_isStillSrgb() {
        byte[] renamed = srgb.clone();
        renamed[24] ^= 1;

        assertThat(SrgbProfile.matches(srgb)).isTrue();
        assertThat(SrgbProfile.matches(renamed)).isTrue();
    }

    @Test
    void matches_anotherCurveOrColorant_isNot() {
        assertThat(SrgbProfile.matches(
                        ICC_Profile.getInstance(ColorSpace.CS_LINEAR_RGB).getData()))
                .isFalse();
        assertThat(SrgbProfile.matches(changed("rXYZ", 9))).isFalse();
        assertThat(SrgbProfile.matches(changed("gTRC", 1000))).isFalse();
    }

    @Test
    void matches_aTruncatedProfile_doesNotThrow() {
        for (int length = 0; length < srgb.length - 1; length += 7) {
            assertThat(SrgbProfile.matches(Arrays.copyOf(srgb, length))).isIn(false, true);
        }
        assertThat(SrgbProfile.matches(new byte[200])).isFalse();
    }

    /** Returns the profile with a large change of one byte of a tag's data. */
    private byte[] changed(String tag, int offset) {
        byte[] changed = srgb.clone();
        int entry = 0;
        while (!Bytes.has(changed, entry, tag)) {
            entry++;
        }
        changed[Bytes.big32(changed, entry + 4) + offset] ^= 0x40;
        return changed;
    }
}
