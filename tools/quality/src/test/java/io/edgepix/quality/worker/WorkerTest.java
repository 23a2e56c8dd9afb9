package io.edgepix.quality.worker;

import static org.assertj.core.api.Assertions.assertThat;

import io.edgepix.derivative.Fit;
import io.edgepix.derivative.Focus;
import io.edgepix.derivative.Format;
import java.awt.image.BufferedImage;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.SplittableRandom;
import javax.imageio.ImageIO;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

final class WorkerTest {
    private static final RenderJob JOB = new RenderJob(RenderWorker.PORTABLE, "10x10", Format.PNG, 100);

    @TempDir
    private Path folder;

    private Worker worker;

    @BeforeEach
    void start() {
        worker = Worker.in(folder, ProcessBuilder.Redirect.DISCARD);
    }

    @AfterEach
    void stop() {
        worker.close();
    }

    @Test
    void aPicture_isRendered() throws IOException {
        RenderOutcome outcome = worker.render(picture(), JOB);

        assertThat(outcome.isOk()).isTrue();
        assertThat(outcome.peakHeap()).isPositive();
        BufferedImage derivative = ImageIO.read(new ByteArrayInputStream(outcome.body()));
        assertThat(derivative.getWidth()).isEqualTo(10);
        assertThat(derivative.getHeight()).isEqualTo(5);
    }

    @Test
    void aJob_containsTheFitAndWhetherAPartIsEnough() throws IOException {
        byte[] whole = noise();
        byte[] cut = Arrays.copyOf(whole, whole.length / 2);
        RenderJob strict =
                new RenderJob(RenderWorker.PORTABLE, "10x10", Fit.FILL, Focus.CENTRE, Format.PNG, 100, false);
        RenderJob lenient =
                new RenderJob(RenderWorker.PORTABLE, "10x10", Fit.FILL, Focus.CENTRE, Format.PNG, 100, true);

        assertThat(worker.render(cut, strict).status()).isEqualTo(422);
        BufferedImage part = ImageIO.read(
                new ByteArrayInputStream(worker.render(cut, lenient).body()));
        assertThat(part.getWidth()).isEqualTo(10);
        assertThat(part.getHeight()).isEqualTo(10);
    }

    @Test
    void aFileThatIsNoPicture_isRefusedWithItsStatus() throws IOException {
        RenderOutcome outcome = worker.render("no picture".getBytes(StandardCharsets.UTF_8), JOB);

        assertThat(outcome.status()).isEqualTo(415);
        assertThat(outcome.error()).isNotEmpty();
        assertThat(outcome.ending()).isEqualTo(RenderOutcome.Ending.ANSWERED);
    }

    @Test
    void anUnknownRenderer_isAFault() throws IOException {
        RenderOutcome outcome = worker.render(picture(), new RenderJob("other", "10x10", Format.PNG, 100));

        assertThat(outcome.status()).isEqualTo(500);
    }

    @Test
    void engines_reportTheFormatsThatTheyWrite() throws IOException {
        assertThat(worker.engines().get(RenderWorker.PORTABLE)).contains(Format.WEBP, Format.JPEG, Format.PNG);
    }

    private static byte[] noise() throws IOException {
        BufferedImage image = new BufferedImage(40, 20, BufferedImage.TYPE_INT_RGB);
        SplittableRandom random = new SplittableRandom(1);
        for (int i = 0; i < 800; i++) {
            image.setRGB(i % 40, i / 40, random.nextInt());
        }
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        ImageIO.write(image, "png", bytes);
        return bytes.toByteArray();
    }

    private static byte[] picture() throws IOException {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        ImageIO.write(new BufferedImage(40, 20, BufferedImage.TYPE_INT_RGB), "png", bytes);
        return bytes.toByteArray();
    }
}
