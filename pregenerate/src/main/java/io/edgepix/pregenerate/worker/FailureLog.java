package io.edgepix.pregenerate.worker;

import io.edgepix.derivative.Key;
import io.edgepix.pregenerate.message.QueueMessage;
import java.util.function.Consumer;

/**
 * Writes one line for each message that is retried, forwarded or given up.
 *
 * @param lines receives the lines
 */
record FailureLog(Consumer<String> lines) {
    /**
     * Writes a line.
     *
     * @param kind the first word
     * @param key the key of the original or document; may be empty
     */
    void write(String kind, QueueMessage message, String key, String reason) {
        lines.accept(kind + " message=" + message.id() + " delivery=" + message.deliveries() + " path="
                + new Key(key).path() + " " + oneLine(reason));
    }

    static String oneLine(String text) {
        return text.replace('\n', ' ').replace('\r', ' ');
    }
}
