package io.edgepix.quality.mutants;

import static org.assertj.core.api.Assertions.assertThat;

import io.edgepix.derivative.Fit;
import io.edgepix.derivative.Focus;
import io.edgepix.derivative.Format;
import io.edgepix.quality.damage.Damage;
import java.awt.image.BufferedImage;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.EnumSet;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.SplittableRandom;
import java.util.stream.IntStream;
import javax.imageio.ImageIO;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

final class MutantTest {
    private static final int MANY = 200;

    @Test
    void theSameSeedAndNumber_makeTheSameMutant() throws IOException {
        Mutant one = Mutant.of(5, 17, original());
        Mutant other = Mutant.of(5, 17, original());

        assertThat(one.bytes()).isEqualTo(other.bytes());
        assertThat(one.request()).isEqualTo(other.request());
    }

    @Test
    void otherNumbers_requestEveryFitAndFormatAndSomeLeniently() throws IOException {
        Set<Fit> fits = EnumSet.noneOf(Fit.class);
        Set<Format> formats = EnumSet.noneOf(Format.class);
        Set<Focus> focuses = new HashSet<>();
        Set<Boolean> lenient = new HashSet<>();
        for (int number = 0; number < MANY; number++) {
            MutantRequest request = Mutant.of(1, number, original()).request();
            fits.add(request.fit());
            formats.add(request.format());
            focuses.add(request.focus());
            lenient.add(request.lenient());
        }

        assertThat(fits).containsExactlyInAnyOrder(Fit.values());
        assertThat(formats).containsExactlyInAnyOrder(Format.values());
        assertThat(focuses).hasSizeGreaterThan(MANY / 10);
        assertThat(lenient).containsExactlyInAnyOrder(true, false);
    }

    @Test
    void words_containTheWholeRequest() {
        MutantRequest request = new MutantRequest("20x10", Fit.COVER, new Focus(0, 100), Format.GIF, true);

        assertThat(request.words()).isEqualTo("20x10 gif cover about 0,100 % leniently");
    }

    @Test
    void otherNumbers_makeAllKindsOfDamage() throws IOException {
        Set<Damage> damages = EnumSet.noneOf(Damage.class);
        for (int number = 0; number < MANY; number++) {
            damages.add(Mutant.of(1, number, original()).damage());
        }

        assertThat(damages).isEqualTo(EnumSet.complementOf(EnumSet.of(Damage.NONE)));
    }

    @ParameterizedTest
    @EnumSource(mode = EnumSource.Mode.EXCLUDE, names = "NONE")
    void damage_changesThePictureAndLeavesTheOriginal(Damage damage) throws IOException {
        byte[] original = original().bytes();
        byte[] before = original.clone();
        SplittableRandom random = new SplittableRandom(3);
        int changed = 0;
        for (int i = 0; i < MANY; i++) {
            changed += Arrays.equals(damage.apply(original, random), before) ? 0 : 1;
        }

        assertThat(original).isEqualTo(before);
        assertThat(changed).isGreaterThan(MANY * 9 / 10);
    }

    @Test
    void aTruncatedPicture_mustBeWholeUnlessAPartIsEnough() throws IOException {
        Mutant strict = Mutant.of(1, 2, original(), Damage.TRUNCATED, MutantRequest.plain());
        Mutant lenient = Mutant.of(1, 2, original(), Damage.TRUNCATED, MutantRequest.large());
        Mutant otherwise = Mutant.of(1, 2, original(), Damage.BITS, MutantRequest.plain());

        assertThat(strict.isToBeWhole()).isTrue();
        assertThat(strict.whole()).isEqualTo(original().bytes());
        assertThat(lenient.isToBeWhole()).isFalse();
        assertThat(otherwise.isToBeWhole()).isFalse();
    }

    @Test
    void svg_getsOtherSizes() {
        byte[] svg = "<svg xmlns='http://www.w3.org/2000/svg' width='10' height=\"20\" viewBox='0 0 1 2'/>"
                .getBytes(StandardCharsets.UTF_8);

        byte[] forged = Damage.SIZES.apply(svg, new SplittableRandom(1));

        assertThat(forged).isNotEqualTo(svg);
        assertThat(new String(forged, StandardCharsets.UTF_8)).startsWith("<svg xmlns='http://www.w3.org/2000/svg' ");
    }

    @Test
    void pictures_areChosenByTheirWeights() {
        SeedPicture small = new SeedPicture("small", new byte[10]);
        SeedPicture large = new SeedPicture("large", new byte[2 << 20]);
        SeedPictures pictures = new SeedPictures(List.of(small, large));

        List<SeedPicture> taken = IntStream.range(0, 900).mapToObj(pictures::of).toList();

        assertThat(taken).filteredOn(small::equals).hasSize(800);
        assertThat(taken).filteredOn(large::equals).hasSize(100);
    }

    private static SeedPicture original() throws IOException {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        ImageIO.write(new BufferedImage(64, 48, BufferedImage.TYPE_INT_RGB), "png", bytes);
        return new SeedPicture("a.png", bytes.toByteArray());
    }
}
