package io.edgepix.derivative;

/** HMAC-SHA-256 (RFC 2104). The JDK and Node.js each bring their own. */
@FunctionalInterface
public interface Hmac {
    /**
     * Returns the authentication code of a message.
     *
     * @param key its UTF-8 is the key
     * @param message its UTF-8 is what is authenticated
     * @return base64url (RFC 4648 section 5) without padding, 43 characters
     */
    String of(String key, String message);
}
