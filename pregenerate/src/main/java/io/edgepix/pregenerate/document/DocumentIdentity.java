package io.edgepix.pregenerate.document;

import com.google.gson.JsonArray;
import com.google.gson.JsonElement;
import com.google.gson.JsonObject;
import io.edgepix.derivative.Key;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.TreeMap;

/** The identity of a document: a hash of its template and of its data. The order of fields does not matter. */
final class DocumentIdentity {
    /** To be increased when a new version renders the same documents differently. */
    private static final int RENDERER_VERSION = 1;

    private DocumentIdentity() {}

    /** Returns the identity. The key of the template is part of it, since URLs in the template are relative to it. */
    static String of(Key template, byte[] html, JsonObject data) {
        MessageDigest digest = sha256();
        add(digest, Integer.toString(RENDERER_VERSION).getBytes(StandardCharsets.UTF_8));
        add(digest, template.value().getBytes(StandardCharsets.UTF_8));
        add(digest, html);
        add(digest, sorted(data).toString().getBytes(StandardCharsets.UTF_8));
        return HexFormat.of().formatHex(digest.digest());
    }

    /** Adds the length too, so that a byte cannot move from one value to the next. */
    private static void add(MessageDigest digest, byte[] value) {
        digest.update(ByteBuffer.allocate(Integer.BYTES).putInt(value.length).flip());
        digest.update(value);
    }

    private static JsonElement sorted(JsonElement value) {
        return switch (value) {
            case JsonObject object -> {
                JsonObject sorted = new JsonObject();
                new TreeMap<>(object.asMap()).forEach((name, field) -> sorted.add(name, sorted(field)));
                yield sorted;
            }
            case JsonArray array -> {
                JsonArray elements = new JsonArray(array.size());
                array.forEach(element -> elements.add(sorted(element)));
                yield elements;
            }
            default -> value;
        };
    }

    private static MessageDigest sha256() {
        try {
            return MessageDigest.getInstance("SHA-256");
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        }
    }
}
