package io.edgepix.pregenerate.bulk;

import java.util.ArrayList;
import java.util.List;

/**
 * The request for a job. Two runs with the same request continue the same job.
 *
 * @param prefix the first characters of the originals' keys; may be empty
 * @param sizes names of presets, or sizes; empty for those of the configuration
 * @param formats names of formats; empty for those of the configuration
 * @param missingOnly whether originals with all their derivatives are left out
 * @param inventory the manifest of an inventory that replaces the listing; may be empty
 * @param engine queue or s3-batch
 * @param wanted the wanted derivatives as text, so that a changed configuration is a new job
 */
public record JobRequest(
        String prefix,
        List<String> sizes,
        List<String> formats,
        boolean missingOnly,
        String inventory,
        String engine,
        String wanted) {
    /** The engine that needs no option. */
    public static final String QUEUE = "queue";

    /** Returns the same request with other wanted derivatives. */
    public JobRequest withWanted(String derivatives) {
        return new JobRequest(prefix, sizes, formats, missingOnly, inventory, engine, derivatives);
    }

    /** Returns the options of this request for the command line. */
    public List<String> options() {
        List<String> options = new ArrayList<>();
        add(options, "--prefix", prefix);
        add(options, "--sizes", String.join(",", sizes));
        add(options, "--formats", String.join(",", formats));
        if (missingOnly) {
            options.add("--missing-only");
        }
        add(options, "--inventory", inventory);
        add(options, "--engine", engine.equals(QUEUE) ? "" : engine);
        return List.copyOf(options);
    }

    private static void add(List<String> options, String name, String value) {
        if (!value.isEmpty()) {
            options.add(name);
            options.add(value);
        }
    }
}
