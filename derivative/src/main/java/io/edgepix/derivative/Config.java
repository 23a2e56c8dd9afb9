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
 * @param maxFrames of how many frames an animation may be to stay one
 * @param lenient whether of an original that is cut short the readable part is served
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
        int maxFrames,
        boolean lenient,
        String placeholder,
        int errorMaxAge,
        int expireAfterDays) {
    /** The part that the viewer-request function knows. */
    public Offer offer() {
        return new Offer(sizes, presets, defaultFit, avif, quality);
    }

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
