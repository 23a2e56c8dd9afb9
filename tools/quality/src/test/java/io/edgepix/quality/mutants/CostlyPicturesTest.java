package io.edgepix.quality.mutants;

import static org.assertj.core.api.Assertions.assertThat;

import io.edgepix.derivative.Fit;
import io.edgepix.derivative.Focus;
import io.edgepix.derivative.Format;
import io.edgepix.quality.damage.Damage;
import java.awt.image.BufferedImage;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.util.List;
import javax.imageio.ImageIO;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

final class CostlyPicturesTest {
    private final CostlyPictures pictures = new CostlyPictures();

    @Test
    void names_areDifferent() {
        List<String> names =
                CostlyPictures.all().stream().map(CostlyPicture::name).toList();

        assertThat(names).doesNotHaveDuplicates();
        assertThat(pictures.count()).isEqualTo(4 * names.size());
    }

    @ParameterizedTest
    @CsvSource({"0, 1, false", "0, 8, true", "2, 16, false", "6, 8, true", "6, 16, true"})
    void png_isWhole(int type, int depth, boolean interlaced) throws IOException {
        byte[] png = CostlyPngs.png(21, 13, type, depth, interlaced, new byte[0]);

        BufferedImage image = ImageIO.read(new ByteArrayInputStream(png));

        assertThat(image.getWidth()).isEqualTo(21);
        assertThat(image.getHeight()).isEqualTo(13);
    }

    @Test
    void gif_isWhole() throws IOException {
        byte[] gif = CostlyGifs.gif(300, 400, false);

        BufferedImage image = ImageIO.read(new ByteArrayInputStream(gif));

        assertThat(image.getRGB(0, 0)).isEqualTo(0xFFFF0000);
        assertThat(image.getRGB(299, 399)).isEqualTo(0xFFFF0000);
        assertThat(gif.length).isLessThan(1_000);
    }

    @Test
    void mutant_thatIsEncodedAsAvif_isNotTimed() {
        Mutant webp = pictures.mutant(7, 0);
        MutantRequest avif = new MutantRequest("300x300", Fit.CONTAIN, Focus.CENTRE, Format.AVIF, false);

        assertThat(webp.isTimed()).isTrue();
        assertThat(new Mutant(0, webp.picture(), webp.whole(), webp.damage(), webp.bytes(), avif).isTimed())
                .isFalse();
        assertThat(new Mutant(0, webp.picture(), webp.whole(), webp.damage(), new byte[2 << 20], webp.request())
                        .isTimed())
                .isFalse();
    }

    @Test
    void mutant_ofANumber_isTheSame() {
        assertThat(pictures.mutant(7, 0).picture())
                .isEqualTo(pictures.mutant(7, 1).picture());
        assertThat(pictures.mutant(7, 2).damage()).isEqualTo(Damage.TRUNCATED);
        assertThat(pictures.mutant(7, 2).bytes())
                .isEqualTo(pictures.mutant(7, 2).bytes());
    }
}
