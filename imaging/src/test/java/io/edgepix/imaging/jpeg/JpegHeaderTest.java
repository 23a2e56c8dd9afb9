package io.edgepix.imaging.jpeg;

import static org.assertj.core.api.Assertions.assertThat;

import io.edgepix.imaging.originals.JpegMaker;
import io.edgepix.imaging.originals.Originals;
import io.edgepix.imaging.originals.Paint;
import java.awt.image.BufferedImage;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class JpegHeaderTest {
    @ParameterizedTest
    @CsvSource({"1, 1, 9600", "2, 1, 6400", "2, 2, 4800", "4, 1, 4800"})
    void samples_ofEachSampling_areThoseOfAllComponents(int across, int down, long samples) throws Exception {
        byte[] jpeg = JpegMaker.jpeg(Paint.shades(80, 40), across, down, 0, true);

        assertThat(JpegHeader.read(jpeg).samples()).isEqualTo(samples);
    }

    @Test
    void samples_ofGrey_areItsPixels() throws Exception {
        byte[] jpeg = Originals.jpeg(Originals.drawn(Paint.shades(80, 40), BufferedImage.TYPE_BYTE_GRAY));

        assertThat(JpegHeader.read(jpeg).samples()).isEqualTo(3_200);
    }
}
