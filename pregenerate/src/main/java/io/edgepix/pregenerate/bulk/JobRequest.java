package io.edgepix.pregenerate.bulk;

import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

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
 * @param documents the documents of a job without originals; null for a job of originals
 */
public record JobRequest(
        String prefix,
        List<String> sizes,
        List<String> formats,
        boolean missingOnly,
        String inventory,
        String engine,
        String wanted,
        @Nullable DocumentsRequest documents) {
    /** The engine that needs no option. */
    public static final String QUEUE = "queue";

    /** Creates a request for the derivatives of originals. */
    public JobRequest(
            String prefix,
            List<String> sizes,
            List<String> formats,
            boolean missingOnly,
            String inventory,
            String engine,
            String wanted) {
        this(prefix, sizes, formats, missingOnly, inventory, engine, wanted, null);
    }

    /** Returns a request for documents. */
    public static JobRequest of(DocumentsRequest documents) {
        return new JobRequest("", List.of(), List.of(), false, "", QUEUE, "", documents);
    }

    /** Returns the same request with other wanted derivatives. */
    public JobRequest withWanted(String derivatives) {
        return new JobRequest(prefix, sizes, formats, missingOnly, inventory, engine, derivatives, documents);
    }

    /** Returns the options of this request for the command line. */
    public List<String> options() {
        if (documents != null) {
            return documents.options();
        }
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
