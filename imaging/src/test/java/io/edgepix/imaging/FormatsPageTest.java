package io.edgepix.imaging;

import static org.assertj.core.api.Assertions.assertThat;

import io.edgepix.imaging.foreign.NativeLibrary;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledOnOs;
import org.junit.jupiter.api.condition.OS;

/** Keeps the table of docs/formats.md true. */
@EnabledOnOs(value = OS.LINUX, architectures = "amd64")
class FormatsPageTest {
    /** Set to true, the page is brought up to date instead. */
    private static final String UPDATE = "edgepix.update";

    private static final Path PAGE = Path.of("..", "docs", "formats.md");
    private static final String BEGIN = "<!-- Begin of the table that FormatsPageTest writes -->\n";
    private static final String END = "<!-- End of that table -->\n";

    @Test
    void table_renderedAnew_isTheOneOfThePage() throws Exception {
        FormatsTable table =
                new FormatsTable(new NativeCode(NativeLibrary.find().orElseThrow()));

        String page = Files.readString(PAGE);
        int begin = page.indexOf(BEGIN) + BEGIN.length();
        int end = page.indexOf(END);
        String anew = page.substring(0, begin) + tables(table) + page.substring(end);

        if (Boolean.getBoolean(UPDATE)) {
            Files.writeString(PAGE, anew);
        }
        assertThat(Files.readString(PAGE))
                .as("docs/formats.md is out of date; mvn test -pl imaging -am -Dtest=FormatsPageTest "
                        + "-Dsurefire.failIfNoSpecifiedTests=false -D" + UPDATE + "=true writes it")
                .isEqualTo(anew);
    }

    private static String tables(FormatsTable table) throws IOException {
        Map<String, List<Sample>> all = new LinkedHashMap<>();
        all.put("JPEG", JpegSamples.all());
        all.put("PNG", PngSamples.all());
        all.put("GIF", OtherSamples.gif());
        all.put("WebP", OtherSamples.webp());
        all.put("AVIF", AvifSamples.all());
        all.put("SVG", OtherSamples.svg());
        all.put("TIFF", TiffSamples.all());
        all.put("BMP", OtherSamples.bmp());
        all.put("PSD", OtherSamples.psd());
        all.put("ICO", OtherSamples.ico());
        all.put("Pictures on their side", OtherSamples.orientation());
        StringBuilder tables = new StringBuilder();
        for (Map.Entry<String, List<Sample>> samples : all.entrySet()) {
            tables.append("\n### ").append(samples.getKey()).append("\n\n").append(table.write(samples.getValue()));
        }
        return tables.append('\n').toString();
    }
}
