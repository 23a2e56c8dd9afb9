package io.edgepix.viewerrequest.fuzz;

import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.util.Base64;
import java.util.List;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;

/** Signs query strings, and forges signatures. */
final class Signature {
    /** The time of all requests, in seconds since 1970. */
    static final String NOW = "1800000000";

    private static final String ALGORITHM = "HmacSHA256";

    private Signature() {}

    /** Returns the query string with a signature, and perhaps with an expiry time. */
    static String under(String secret, String key, String query, RandomValues random) {
        String parameters = random.oneIn(2)
                ? query
                : joined(query, "e=" + random.one(List.of("1800000000", "1800000001", "9999999999")));
        return signed(secret, key, parameters);
    }

    private static String signed(String secret, String key, String parameters) {
        return joined(parameters, "s=" + code(secret, "/" + key + "\n" + parameters));
    }

    /** Removes, truncates or replaces the signature, or changes what it covers. */
    static String forged(String signed, String query, RandomValues random) {
        int end = signed.length() - 1;
        return switch (random.below(5)) {
            case 0 -> query;
            case 1 -> signed.substring(0, end);
            case 2 ->
                signed.substring(0, end - 5) + (signed.charAt(end - 5) == 'A' ? 'B' : 'A') + signed.substring(end - 4);
            case 3 -> "x=1&" + signed;
            default -> joined(query, "s=" + "A".repeat(43));
        };
    }

    private static String joined(String query, String parameter) {
        return query.isEmpty() ? parameter : query + "&" + parameter;
    }

    static String code(String secret, String message) {
        try {
            Mac mac = Mac.getInstance(ALGORITHM);
            mac.init(new SecretKeySpec(secret.getBytes(StandardCharsets.UTF_8), ALGORITHM));
            return Base64.getUrlEncoder()
                    .withoutPadding()
                    .encodeToString(mac.doFinal(message.getBytes(StandardCharsets.UTF_8)));
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException(e);
        }
    }
}
