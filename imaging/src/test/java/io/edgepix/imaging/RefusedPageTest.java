package io.edgepix.imaging;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import io.edgepix.derivative.Fit;
import io.edgepix.derivative.Format;
import io.edgepix.derivative.Size;
import io.edgepix.imaging.formats.FormatsPage;
import io.edgepix.imaging.formats.Sample;
import io.edgepix.imaging.model.Limits;
import io.edgepix.imaging.model.RenderRequest;
import io.edgepix.imaging.model.UnrenderableException;
import io.edgepix.imaging.originals.FileEdits;
import io.edgepix.imaging.originals.RawMaker;
import io.edgepix.imaging.recognition.FileKind;
import java.io.IOException;
import java.nio.file.Files;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Checks the lists of refused kinds in docs/formats.md. */
class RefusedPageTest {
    private static final int LENGTH = 400;
    private static final int PACKET = 188;
    private static final List<String> TEXTS =
            List.of("HTML <html></html>", "XML <?xml version='1.0'?><a/>", "JSON {\"a\": 1}", "text Roses are red");
    private static final List<String> BRANDS = List.of(
            "HEIC heic",
            "HEIF mif1",
            "camera RAW (CR3) crx ",
            "QuickTime video qt  ",
            "MPEG-4 video isom",
            "MPEG-4 audio M4A ");

    private final Renderer renderer = Renderers.best(new Limits(10_000_000, 4_000_000));

    static Stream<String> formats() throws IOException {
        return names("formats").stream();
    }

    @ParameterizedTest
    @MethodSource("formats")
    void aFormatOfTheList_isA415ThatNamesIt(String name) {
        assertThat(files()).containsKey(name);
        for (byte[] file : Objects.requireNonNull(files().get(name))) {
            UnrenderableException refusal = refusal(file);

            assertThat(refusal.reason().status()).isEqualTo(415);
            assertThat(refusal.sentence()).startsWith("The file is " + name + ", which is not supported; ");
        }
    }

    @Test
    void theList_hasEveryFormatThatIsNamed() throws IOException {
        assertThat(names("formats")).containsExactlyInAnyOrderElementsOf(files().keySet());
    }

    /** FormatsPageTest checks the sentences themselves. */
    @Test
    void theListOfKinds_hasEverySampleThatIsRefused() throws IOException {
        List<String> refused = FormatsPage.samples().values().stream()
                .flatMap(List::stream)
                .filter(sample -> !sample.refusal().isEmpty())
                .map(Sample::name)
                .toList();

        // The name of a kind contains commas itself.
        assertThat(rows("kinds")).containsExactlyInAnyOrderElementsOf(refused);
    }

    private UnrenderableException refusal(byte[] file) {
        RenderRequest request = new RenderRequest(new Size(10, 10), Fit.CONTAIN, Format.PNG, 80, 0xFFFFFF);
        return catchThrowableOfType(UnrenderableException.class, () -> renderer.render(file, request));
    }

    /** Returns the first cell of each row of a list. */
    private static List<String> rows(String list) throws IOException {
        String page = Files.readString(FormatsPage.PAGE);
        String begin = "<!-- Begin of the " + list + " that RefusedPageTest tries -->";
        String end = "<!-- End of those " + list + " -->";
        assertThat(page).contains(begin, end);
        return page.substring(page.indexOf(begin), page.indexOf(end))
                .lines()
                .filter(line -> line.startsWith("| "))
                .skip(2)
                .map(line -> line.substring(2, line.indexOf(" |")))
                .toList();
    }

    private static List<String> names(String list) throws IOException {
        return rows(list).stream()
                .flatMap(row -> Arrays.stream(row.split(", ", -1)))
                .toList();
    }

    /** Returns files of each kind that a refusal can name. */
    private static Map<String, List<byte[]>> files() {
        Map<String, List<byte[]>> files = new LinkedHashMap<>();
        for (FileKind.Signature signature : FileKind.SIGNATURES) {
            add(files, signature.name(), at(signature.at(), signature.bytes()));
        }
        for (String brand : BRANDS) {
            int name = brand.length() - 5;
            add(files, brand.substring(0, name), at(0, "\0\0\0\24ftyp" + brand.substring(name + 1) + "\0\0\0\0"));
        }
        for (String text : TEXTS) {
            int space = text.indexOf(' ');
            add(files, text.substring(0, space), FileEdits.ascii(text.substring(space + 1)));
        }
        add(files, "WebM video", at(0, "\32E\u00DF\u00A3\u009FB\u0086\u0081\1B\u0082\u0084webm"));
        add(files, "Matroska video", at(0, "\32E\u00DF\u00A3\u009FB\u0086\u0081\1B\u0082\u0088matroska"));
        byte[] stream = new byte[3 * PACKET];
        for (int packet = 0; packet < 3; packet++) {
            stream[packet * PACKET] = 'G';
        }
        add(files, "MPEG video", stream);
        add(files, "PCX", at(0, "\n\5\1\b"));
        add(files, "PNM", at(0, "P6\n4 4 255\n"));
        add(files, "TGA", FileEdits.join(new byte[LENGTH], FileEdits.ascii("TRUEVISION-XFILE.\0")));
        add(files, "camera RAW (CR2)", at(0, "II*\0\20\0\0\0CR\2\0"));
        add(files, "camera RAW (DNG)", RawMaker.dng());
        add(files, "camera RAW (NEF)", RawMaker.sensor("NIKON CORPORATION", true));
        add(files, "camera RAW (ARW)", RawMaker.sensor("SONY", true));
        add(files, "camera RAW (PEF)", RawMaker.sensor("PENTAX", false));
        add(files, "camera RAW (SRW)", RawMaker.sensor("SAMSUNG", true));
        add(files, "camera RAW (3FR)", RawMaker.sensor("Hasselblad", true));
        add(files, "camera RAW (IIQ)", RawMaker.sensor("Phase One A/S", true));
        add(files, "camera RAW (ERF)", RawMaker.sensor("EPSON", true));
        add(files, "camera RAW (TIFF of a sensor)", RawMaker.sensor("Kodak", true));
        return files;
    }

    private static void add(Map<String, List<byte[]>> files, String name, byte[] file) {
        files.computeIfAbsent(name, key -> new ArrayList<>()).add(file);
    }

    private static byte[] at(int offset, String bytes) {
        byte[] file = new byte[LENGTH];
        System.arraycopy(FileEdits.ascii(bytes), 0, file, offset, bytes.length());
        return file;
    }
}
