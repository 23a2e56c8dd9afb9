package io.edgepix.pregenerate.bulk;

import java.util.ArrayList;
import java.util.List;

/**
 * The request for a document for each row of a file.
 *
 * @param template the key of the template
 * @param templateEtag the version of the template, so that a changed one is a new job
 * @param data the SHA-256 of the file, so that a changed one is a new job
 * @param to the pattern of the keys of the documents, such as {@code invoices/{id}.pdf}
 * @param isForced whether documents are rendered even if the same ones exist
 * @param isNotified whether results are also sent to the results queue
 */
public record DocumentsRequest(
        String template, String templateEtag, String data, String to, boolean isForced, boolean isNotified) {
    /** Returns the options of this request for the command line, with a hash for the file. */
    public List<String> options() {
        List<String> options = new ArrayList<>(List.of("--template", template, "--to", to));
        if (isForced) {
            options.add("--force");
        }
        if (isNotified) {
            options.add("--notify");
        }
        return List.copyOf(options);
    }
}
