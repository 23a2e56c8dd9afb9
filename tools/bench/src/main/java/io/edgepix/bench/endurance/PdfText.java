package io.edgepix.bench.endurance;

import com.google.gson.JsonElement;
import com.google.gson.JsonObject;
import com.google.gson.JsonPrimitive;
import io.edgepix.bench.measurement.BenchException;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/**
 * The text of a PDF, extracted by poppler's pdftotext.
 *
 * @param text without spaces and line breaks
 */
record PdfText(String name, String text) {
    static PdfText of(Path pdf) throws IOException, InterruptedException {
        Process process;
        try {
            process = new ProcessBuilder("pdftotext", "-enc", "UTF-8", "-layout", pdf.toString(), "-").start();
        } catch (IOException e) {
            throw new BenchException("expected pdftotext on the PATH, of the package poppler-utils, got none");
        }
        String text = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        if (process.waitFor() != 0) {
            throw new BenchException(pdf + ": expected a PDF, pdftotext ended with " + process.exitValue());
        }
        return new PdfText(pdf.getFileName().toString(), packed(text));
    }

    private static String packed(String text) {
        return text.replaceAll("[\\s\\u3000\\f]", "");
    }

    /**
     * Checks that each text of the data is in it.
     *
     * @throws BenchException if one is not
     */
    void require(JsonObject data) {
        List<String> missing = texts(data).stream()
                .filter(value -> !text.contains(packed(value)))
                .toList();
        if (!missing.isEmpty()) {
            throw new BenchException(name + ": expected the text " + missing + " in it, got " + text);
        }
    }

    private static List<String> texts(JsonElement element) {
        List<String> texts = new ArrayList<>();
        if (element instanceof JsonPrimitive text) {
            texts.add(text.getAsString());
        } else if (element instanceof JsonObject object) {
            object.asMap().values().forEach(value -> texts.addAll(texts(value)));
        } else if (element.isJsonArray()) {
            element.getAsJsonArray().forEach(value -> texts.addAll(texts(value)));
        }
        return texts;
    }
}
