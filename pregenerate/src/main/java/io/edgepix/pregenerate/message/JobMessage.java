package io.edgepix.pregenerate.message;

import java.util.List;

/**
 * A part of a bulk job: some originals, and the derivatives that they should have. Its JSON is {@code {"job": "ID",
 * "part": 12, "keys": ["a.jpg"], "sizes": ["small"], "formats": ["webp"]}}.
 *
 * @param job the id of the job: letters, digits and hyphens
 * @param part the number of this part, from 0
 * @param keys keys of originals, not encoded
 * @param sizes names of presets, or sizes; empty for those of the configuration
 * @param formats names of formats, or {@code original}; empty for those of the configuration
 */
public record JobMessage(String job, int part, List<String> keys, List<String> sizes, List<String> formats) {}
