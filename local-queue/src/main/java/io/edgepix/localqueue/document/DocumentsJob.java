package io.edgepix.localqueue.document;

import io.edgepix.derivative.Key;
import io.edgepix.pregenerate.document.DocumentRules;
import io.edgepix.pregenerate.message.DocumentData;
import io.edgepix.pregenerate.message.DocumentMessage;
import io.edgepix.pregenerate.message.ResultTarget;
import java.util.Optional;

/**
 * The documents of a file: one for each row.
 *
 * @param template the key of the template
 * @param to the pattern of the keys of documents
 * @param isForced whether documents are rendered even if the same ones exist
 * @param isNotified whether results are also sent to the results queue
 */
public record DocumentsJob(Key template, DataFile data, KeyPattern to, boolean isForced, boolean isNotified) {
    /** Returns the key of the document of a row. */
    String key(DataRow row) {
        return to.key(data.name(), row);
    }

    /** Returns the message about the document of a row. */
    DocumentMessage message(DataRow row, DocumentData fields, ResultTarget target) {
        return new DocumentMessage(template.value(), fields, key(row), isForced, target);
    }

    /** Returns the rule that the document of a row breaks; empty if it breaks none. */
    Optional<String> violation(DataRow row, DocumentRules rules) {
        return rules.violation(message(row, new DocumentData.Fields(row.data()), ResultTarget.NO_JOB))
                .map(rule -> rule.replaceFirst("^document\\.", "--"));
    }
}
