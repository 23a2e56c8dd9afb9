package io.edgepix.localedge;

import static io.edgepix.localedge.LocalDeploymentFixture.header;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import javax.imageio.IIOImage;
import javax.imageio.ImageIO;
import javax.imageio.ImageWriter;
import javax.imageio.stream.ImageOutputStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.Parameter;

/** Tests that originals smaller than the requested sizes are stored once, in all formats. */
@BothStacks
class SmallOriginalTest {
    /** An APP1 segment with EXIF data whose only entry is orientation 6. */
    private static final byte[] ORIENTATION_6 = {
        (byte) 0xFF,
        (byte) 0xE1,
        0,
        34,
        'E',
        'x',
        'i',
        'f',
        0,
        0,
        'M',
        'M',
        0,
        42,
        0,
        0,
        0,
        8,
        0,
        1,
        1,
        18,
        0,
        3,
        0,
        0,
        0,
        1,
        0,
        6,
        0,
        0,
        0,
        0,
        0,
        0
    };

    private static final int START = 2;

    @Parameter
    @SuppressWarnings("NullAway.Init") // set by JUnit
    StackUnderTest stack;

    @TempDir
    Path folder;

    private List<String> stored() {
        try (Stream<Path> files = Files.walk(folder)) {
            return files.filter(Files::isRegularFile)
                    .map(file -> folder.relativize(file).toString())
                    .filter(name -> name.contains("/"))
                    .sorted()
                    .toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static byte[] onItsSide(byte[] jpeg) {
        byte[] turned = new byte[jpeg.length + ORIENTATION_6.length];
        System.arraycopy(jpeg, 0, turned, 0, START);
        System.arraycopy(ORIENTATION_6, 0, turned, START, ORIENTATION_6.length);
        System.arraycopy(jpeg, START, turned, START + ORIENTATION_6.length, jpeg.length - START);
        return turned;
    }

    private static byte[] animatedGif() {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        ImageWriter writer = ImageIO.getImageWritersByFormatName("gif").next();
        try (ImageOutputStream out = ImageIO.createImageOutputStream(bytes)) {
            writer.setOutput(out);
            writer.prepareWriteSequence(null);
            for (byte[] frame : List.of(Pictures.noisePng(60, 40), Pictures.jpeg(60, 40))) {
                IIOImage image = new IIOImage(Pictures.read(frame), null, null);
                writer.writeToSequence(image, writer.getDefaultWriteParam());
            }
            writer.endWriteSequence();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } finally {
            writer.dispose();
        }
        return bytes.toByteArray();
    }

    @Test
    void aRotatedPicture_hasUprightDimensions() {
        try (LocalDeploymentFixture edge = new LocalDeploymentFixture(stack, folder, "{}")) {
            edge.put("cat.jpg", onItsSide(Pictures.jpeg(300, 200)));

            byte[] first = edge.get("/cat.jpg?d=1000x800&f=webp").body();
            byte[] second = edge.get("/cat.jpg?d=4096x&f=webp").body();

            assertThat(Pictures.read(first).getHeight()).isEqualTo(300);
            assertThat(second).isEqualTo(first);
            assertThat(edge.renderings()).isOne();
            assertThat(stored()).containsExactly("200x300/webp/cat.jpg");
        }
    }

    @Test
    void anAnimation_isStoredOnceAndStaysAnimated() {
        try (LocalDeploymentFixture edge = new LocalDeploymentFixture(stack, folder, "{}")) {
            edge.put("cat.gif", animatedGif());

            byte[] first = edge.get("/cat.gif?d=1000x800&f=webp").body();
            byte[] second = edge.get("/cat.gif?d=x500&f=webp").body();

            assertThat(new String(first, StandardCharsets.ISO_8859_1)).contains("ANMF");
            assertThat(second).isEqualTo(first);
            assertThat(stored()).containsExactly("64x48/webp/cat.gif");
        }
    }

    @Test
    void aDrawing_isAsLargeAsTheBox() {
        try (LocalDeploymentFixture edge = new LocalDeploymentFixture(stack, folder, "{}")) {
            edge.put(
                    "cat.svg",
                    "<svg xmlns='http://www.w3.org/2000/svg' width='300' height='200'/>"
                            .getBytes(StandardCharsets.US_ASCII));

            for (String size : List.of("300x", "600x600", "x800")) {
                HttpResponse<byte[]> answer = edge.get("/cat.svg?f=png&d=" + size);

                assertThat(header(answer, "content-type")).isEqualTo("image/png");
                assertThat(Pictures.read(answer.body()).getWidth())
                        .isEqualTo(size.equals("x800") ? 1200 : Integer.parseInt(size.replaceAll("x.*", "")));
            }
            assertThat(edge.renderings()).isEqualTo(3);
        }
    }

    @Test
    void anOptionThatMatters_isKept() {
        try (LocalDeploymentFixture edge = new LocalDeploymentFixture(stack, folder, "{}")) {
            edge.put("cat.jpg", Pictures.jpeg(300, 200));

            edge.get("/cat.jpg?d=4096x4096&f=webp&q=60");
            edge.get("/cat.jpg?d=4096x4096&f=jpeg");
            edge.get("/cat.jpg?d=4096x4096&f=webp&fit=cover&fp=0,0");
            edge.get("/cat.jpg?d=1000x1000&f=webp&fit=cover&fp=0,0");

            assertThat(stored())
                    .containsExactly(
                            "200x200-cover-fp0x50/webp/cat.jpg", "300x200-q60/webp/cat.jpg", "300x200/jpeg/cat.jpg");
        }
    }
}
