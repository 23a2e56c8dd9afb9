package io.edgepix.imaging.formats;

import io.edgepix.derivative.Format;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;

/** The tables of docs/formats.md, and the samples of their rows. */
public final class FormatsPage {
    /** The name of the columns of the native renderer, which serves the pictures. */
    public static final String NATIVE = "native";
    /** The name of the columns of the portable renderer. */
    public static final String PORTABLE = "portable";
    /** The name of the column that states whether a row is served. */
    public static final String SERVED = "served";
    /** The cell of a kind that is refused. */
    public static final String REFUSED = "415";

    public static final String ORIGINAL = "original";
    public static final Path PAGE = find();

    private static final String BEGIN = "<!-- Begin of the table that FormatsPageTest writes -->\n";
    private static final String END = "<!-- End of that table -->\n";

    private final String text;
    private final Map<String, Map<String, String>> rows = new LinkedHashMap<>();

    private FormatsPage(String text) {
        this.text = text;
        List<String> head = List.of();
        for (String line : text.substring(begin(), end()).split("\n", -1)) {
            List<String> cells = line.startsWith("| ") ? cells(line) : List.of();
            if (cells.isEmpty() || cells.getFirst().startsWith("---")) {
                continue;
            }
            if (cells.getFirst().equals(ORIGINAL)) {
                head = cells;
                continue;
            }
            Map<String, String> row = new LinkedHashMap<>();
            for (int i = 0; i < cells.size(); i++) {
                row.put(head.get(i), cells.get(i));
            }
            rows.put(cells.getFirst(), row);
        }
    }

    /** Finds the page from the folder of any module. */
    private static Path find() {
        Path folder = Path.of("").toAbsolutePath();
        while (!Files.exists(folder.resolve("docs/formats.md"))) {
            folder = Objects.requireNonNull(folder.getParent(), "Expected a folder inside the project");
        }
        return folder.resolve("docs/formats.md");
    }

    /** Reads the page of the project. */
    public static FormatsPage read() throws IOException {
        return new FormatsPage(Files.readString(PAGE));
    }

    /** Returns all samples, by the headings of their tables. */
    public static Map<String, List<Sample>> samples() throws IOException {
        Map<String, List<Sample>> all = new LinkedHashMap<>();
        all.put("JPEG", JpegSamples.all());
        all.put("PNG", PngFiles.all());
        all.put("GIF", OtherSamples.gif());
        all.put("WebP", OtherSamples.webp());
        all.put("AVIF", AvifSamples.all());
        all.put("SVG", OtherSamples.svg());
        all.put("TIFF", TiffSamples.all());
        all.put("BMP", OtherSamples.bmp());
        all.put("PSD", OtherSamples.psd());
        all.put("ICO", OtherSamples.ico());
        all.put("Rotated pictures", OtherSamples.orientation());
        return all;
    }

    /** Returns the head of a column, such as {@code native, WebP}. */
    public static String column(String renderer, Format format) {
        return renderer + ", " + (format == Format.WEBP ? "WebP" : format.name());
    }

    /** Returns the cell of a row and column. */
    public String cell(Sample row, String column) {
        Map<String, String> cells = Objects.requireNonNull(rows.get(row.name()), row.name());
        return Objects.requireNonNull(cells.get(column), column);
    }

    /** Returns the number of rows. */
    public int rows() {
        return rows.size();
    }

    /** Returns the page with other tables. */
    public String with(String tables) {
        return text.substring(0, begin()) + tables + text.substring(end());
    }

    private int begin() {
        return text.indexOf(BEGIN) + BEGIN.length();
    }

    private int end() {
        return text.indexOf(END);
    }

    private static List<String> cells(String line) {
        List<String> cells = new ArrayList<>();
        for (String cell : line.substring(1, line.length() - 1).split("\\|", -1)) {
            cells.add(cell.strip());
        }
        return cells;
    }
}
