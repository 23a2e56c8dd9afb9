package io.edgepix.derivative;

/** HMAC-SHA-256 (RFC 2104), implemented by the JDK and by Node.js. */
@FunctionalInterface
public interface Hmac {
    /**
     * Returns the authentication code of a message.
     *
     * @param key used as UTF-8
     * @param message authenticated as UTF-8
     * @return base64url (RFC 4648 section 5) without padding, 43 characters
     */
    String of(String key, String message);
}
