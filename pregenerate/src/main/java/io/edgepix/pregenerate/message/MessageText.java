package io.edgepix.pregenerate.message;

/** The text of messages. */
public final class MessageText {
    private MessageText() {}

    /** Escapes the two characters that JSON may have, but a message of SQS may not. */
    public static String ofJson(String json) {
        return json.replace("\uFFFE", "\\ufffe").replace("\uFFFF", "\\uffff");
    }
}
