package io.edgepix.configuration;

import io.edgepix.derivative.Signing;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** {@code signing} of {@code edgepix.json}; not compiled to JavaScript. */
final class SigningReader {
    private static final int MIN_LENGTH = 32;
    private static final int MAX_LENGTH = 256;
    private static final int MAX_KEYS = 2;

    private SigningReader() {}

    static Signing read(Fields signing) {
        Signing read = new Signing(keys(signing.list("keys"), signing.mistakes()), signing.bool("originals", true));
        signing.noOthers();
        return read;
    }

    private static List<String> keys(@Nullable List<@Nullable Object> listed, Mistakes mistakes) {
        List<String> keys = new ArrayList<>();
        if (listed == null) {
            return keys;
        }
        if (listed.size() > MAX_KEYS) {
            mistakes.add("signing.keys", "must be at most " + MAX_KEYS + ": the new one and the old one");
        }
        for (int i = 0; i < listed.size(); i++) {
            String field = "signing.keys[" + i + "]";
            if (!(listed.get(i) instanceof String key) || !isKey(key)) {
                mistakes.add(
                        field,
                        "must be a text of " + MIN_LENGTH + " to " + MAX_LENGTH
                                + " visible ASCII characters; openssl rand -hex 32 makes one");
            } else if (keys.contains(key)) {
                mistakes.add(field, "must be another key than the one before it");
            } else {
                keys.add(key);
            }
        }
        return List.copyOf(keys);
    }

    private static boolean isKey(String key) {
        return key.length() >= MIN_LENGTH && key.length() <= MAX_LENGTH && isVisible(key);
    }

    private static boolean isVisible(String key) {
        for (int i = 0; i < key.length(); i++) {
            if (key.charAt(i) <= ' ' || key.charAt(i) >= 0x7F) {
                return false;
            }
        }
        return true;
    }
}
