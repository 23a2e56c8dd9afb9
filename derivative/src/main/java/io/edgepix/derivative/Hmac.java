package io.edgepix.derivative;

/** HMAC-SHA-256 (RFC 2104): in the JDK {@link JdkHmac}, in JavaScript what Node.js has. */
@FunctionalInterface
public interface Hmac {
    /**
     * The code of a message.
     *
     * @param key its UTF-8 is the key
     * @param message its UTF-8 is what is authenticated
     * @return base64url (RFC 4648 section 5) without padding, 43 characters
     */
    String of(String key, String message);
}
