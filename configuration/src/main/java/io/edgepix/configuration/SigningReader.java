package io.edgepix.configuration;

import com.google.gson.JsonElement;
import io.edgepix.derivative.Signing;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Reads {@code signing} of {@code edgepix.json}. */
final class SigningReader {
    private static final int MIN_LENGTH = 32;
    private static final int MAX_LENGTH = 256;
    private static final int MAX_KEYS = 2;
    private static final String VISIBLE = "[!-~]{" + MIN_LENGTH + "," + MAX_LENGTH + "}";

    private SigningReader() {}

    static Signing read(Fields signing) {
        List<String> keys = signing.list("keys")
                .map(listed -> keys(listed, signing.mistakes()))
                .orElse(List.of());
        Signing read = new Signing(keys, signing.bool("originals", true));
        signing.noOthers();
        return read;
    }

    private static List<String> keys(List<JsonElement> listed, Mistakes mistakes) {
        if (listed.size() > MAX_KEYS) {
            mistakes.add(
                    "signing.keys",
                    "expected at most " + MAX_KEYS + ", the new one and the old one, got " + listed.size());
        }
        List<String> keys = new ArrayList<>();
        for (int i = 0; i < listed.size(); i++) {
            String field = "signing.keys[" + i + "]";
            Optional<String> key = Fields.text(listed.get(i)).filter(text -> text.matches(VISIBLE));
            if (key.isEmpty()) {
                mistakes.add(
                        field,
                        "expected a text of " + MIN_LENGTH + " to " + MAX_LENGTH
                                + " visible ASCII characters; openssl rand -hex 32 generates one");
            } else if (keys.contains(key.get())) {
                mistakes.add(field, "expected two different keys, got the same key twice");
            } else {
                keys.add(key.get());
            }
        }
        return List.copyOf(keys);
    }
}
