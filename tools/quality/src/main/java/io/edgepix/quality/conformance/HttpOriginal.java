package io.edgepix.quality.conformance;

import java.nio.charset.StandardCharsets;
import java.util.Locale;
import java.util.Map;

/**
 * An original as a web server sends it. Browsers recognise rasters by their bytes, and SVG by its content type.
 *
 * @param headers by name
 * @param vector whether it can be drawn at any size
 */
@SuppressWarnings("ArrayRecordComponent") // never compared
record HttpOriginal(byte[] bytes, Map<String, String> headers, boolean vector) {
    private static final int HEAD = 4096;
    private static final String SVG = "image/svg+xml";

    static HttpOriginal of(String name, byte[] bytes) {
        String start = new String(bytes, 0, Math.min(bytes.length, HEAD), StandardCharsets.ISO_8859_1);
        boolean compressed = start.startsWith("\u001F\u008B")
                && name.toLowerCase(Locale.ROOT).endsWith(".svgz");
        if (compressed) {
            return new HttpOriginal(bytes, Map.of("content-type", SVG, "content-encoding", "gzip"), true);
        }
        boolean svg = start.contains("<svg") && start.stripLeading().matches("(?s)(\u00EF\u00BB\u00BF)?<.*");
        return new HttpOriginal(bytes, svg ? Map.of("content-type", SVG) : Map.of(), svg);
    }
}
