package io.edgepix.localedge.bucket;

import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/** Content types by file extension, for files that were copied into the bucket's folder. */
final class ContentTypes {
    private static final Map<String, String> BY_EXTENSION = Map.ofEntries(
            Map.entry("avif", "image/avif"),
            Map.entry("bmp", "image/bmp"),
            Map.entry("gif", "image/gif"),
            Map.entry("ico", "image/x-icon"),
            Map.entry("jpeg", "image/jpeg"),
            Map.entry("jpg", "image/jpeg"),
            Map.entry("png", "image/png"),
            Map.entry("psd", "image/vnd.adobe.photoshop"),
            Map.entry("svg", "image/svg+xml"),
            Map.entry("tif", "image/tiff"),
            Map.entry("tiff", "image/tiff"),
            Map.entry("webp", "image/webp"));

    private ContentTypes() {}

    static Optional<String> ofName(String key) {
        String extension = key.substring(key.lastIndexOf('.') + 1);
        return Optional.ofNullable(BY_EXTENSION.get(extension.toLowerCase(Locale.ROOT)));
    }
}
