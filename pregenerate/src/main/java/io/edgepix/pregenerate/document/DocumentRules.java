package io.edgepix.pregenerate.document;

import io.edgepix.derivation.store.InternalKeys;
import io.edgepix.derivative.Key;
import io.edgepix.derivative.PathGrammar;
import io.edgepix.pregenerate.job.JobKeys;
import io.edgepix.pregenerate.message.DocumentData;
import io.edgepix.pregenerate.message.DocumentMessage;
import java.util.Optional;
import java.util.regex.Pattern;

/**
 * The rules for the keys of a document message.
 *
 * @param isOn whether documents are rendered; else all messages are refused
 * @param prefix the folder of documents; empty for the whole bucket
 */
public record DocumentRules(boolean isOn, String prefix) {
    private static final String OFF =
            "document: expected a stack with documents.prefix in its edgepix.json, got one without; this stack renders no"
                    + " documents";

    /** Characters that are invisible in URLs and logs, and halves of characters, which UTF-8 cannot have. */
    private static final Pattern CONTROL = Pattern.compile("[\\p{Cc}\\p{Cf}\\p{Cs}\\p{Zl}\\p{Zp}]");

    private static final Pattern EMPTY_SEGMENT = Pattern.compile("//|^/|/$");

    /** Returns the first rule that a message breaks; empty if it breaks none. */
    public Optional<String> violation(DocumentMessage message) {
        if (!isOn) {
            return Optional.of(OFF);
        }
        return target(message.to())
                .or(() -> source("template", message.template(), message.to()))
                .or(() -> data(message));
    }

    private Optional<String> target(String to) {
        Key key = new Key(to);
        return broken("to", !to.endsWith(".pdf"), "a key that ends in .pdf", to)
                .or(() -> plain("to", key))
                .or(() -> broken(
                        "to",
                        !PathGrammar.folder(key).isEmpty(),
                        "a key outside of " + PathGrammar.STORED + " and " + PathGrammar.BIG,
                        to))
                .or(() -> broken("to", PathGrammar.isDerivative(key), "a key that is not that of a derivative", to))
                .or(() ->
                        broken("to", !to.startsWith(prefix), "a key that begins with documents.prefix, " + prefix, to));
    }

    private static Optional<String> source(String field, String value, String to) {
        Key key = new Key(value);
        return broken(field, value.isEmpty(), "a key", "an empty text")
                .or(() -> plain(field, key))
                .or(() -> broken(field, value.equals(to), "a key other than document.to", value));
    }

    /** Large data of a job are below the folder of the job. */
    private static Optional<String> data(DocumentMessage message) {
        return message.data() instanceof DocumentData.Stored(String key) && !JobKeys.isData(new Key(key))
                ? source("dataKey", key, message.to())
                : Optional.empty();
    }

    /** Returns the rule that a key breaks, whatever it is for. */
    private static Optional<String> plain(String field, Key key) {
        String value = key.value();
        return broken(
                        field,
                        key.bytes() > Key.MAX_BYTES,
                        "a key of at most " + Key.MAX_BYTES + " bytes",
                        key.bytes() + " bytes")
                .or(() -> broken(
                        field,
                        CONTROL.matcher(value).find(),
                        "a key without control characters",
                        CONTROL.matcher(value).replaceAll("?")))
                .or(() -> broken(field, EMPTY_SEGMENT.matcher(value).find(), "a key without empty segments", value))
                .or(() -> broken(field, key.hasDotSegment(), "a key without . or .. as a segment", value))
                .or(() -> broken(field, InternalKeys.isInternal(key), "a key outside of " + JobKeys.FOLDER, value));
    }

    private static Optional<String> broken(String field, boolean isBroken, String expected, String found) {
        return isBroken
                ? Optional.of("document." + field + ": expected " + expected + ", got " + found)
                : Optional.empty();
    }
}
