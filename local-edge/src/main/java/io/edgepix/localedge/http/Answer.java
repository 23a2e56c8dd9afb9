package io.edgepix.localedge.http;

import com.google.gson.JsonObject;
import java.nio.charset.StandardCharsets;

/** A response with its complete body. Bodies are not copied, so they must not be changed. */
@SuppressWarnings("ArrayRecordComponent") // never compared, and too large to wrap
public record Answer(int status, String reason, Headers headers, byte[] body) {
    public static Answer text(int status, String line) {
        Headers headers = new Headers().set("Content-Type", "text/plain; charset=utf-8");
        return new Answer(status, Reasons.of(status), headers, (line + "\n").getBytes(StandardCharsets.UTF_8));
    }

    public static Answer json(JsonObject object) {
        Answer answer = text(200, object.toString());
        answer.headers().set("Content-Type", "application/json");
        return answer;
    }

    public Answer withHeaders(Headers other) {
        return new Answer(status, reason, other, body);
    }

    public boolean isError() {
        return status >= 400;
    }

    /** Returns whether the origin failed, so that a stale answer may be better. */
    public boolean isServerError() {
        return status >= 500;
    }

    /** Returns the approximate size in memory. */
    public int weight() {
        return 512 + body.length + headers.bytes();
    }
}
