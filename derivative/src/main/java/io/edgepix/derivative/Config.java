package io.edgepix.derivative;

/**
 * What {@code edgepix.json} says; both functions ship the same file.
 *
 * @param sizes which sizes may be asked for, the presets' among them
 * @param presets sizes by name
 * @param avif whether AVIF is offered to viewers that name it
 * @param background what stands behind transparency where the format has none, as 0xRRGGBB
 * @param maxBytes the largest original in bytes
 * @param maxPixels the largest original in pixels, width times height
 * @param placeholder the key of the picture shown with a 404, or empty
 * @param errorMaxAge for how many seconds a 4xx may be cached
 * @param expireAfterDays after how many days S3 deletes a derivative, 0 for never
 */
public record Config(
        SizePolicy sizes,
        Named<Preset> presets,
        Fit defaultFit,
        boolean avif,
        Quality quality,
        int background,
        int maxBytes,
        int maxPixels,
        String placeholder,
        int errorMaxAge,
        int expireAfterDays) {
    /** Everything at its default, as for an empty file. */
    public static Config defaults() {
        return parse("{}");
    }

    /**
     * Reads {@code edgepix.json}.
     *
     * @throws ConfigException if the text is no JSON, a field is unknown, or a value is not allowed
     */
    public static Config parse(String json) {
        return ConfigReader.read(json);
    }
}
