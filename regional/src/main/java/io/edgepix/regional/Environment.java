package io.edgepix.regional;

import java.nio.file.Path;
import java.util.Map;
import java.util.Optional;

/**
 * The environment variables of the function.
 *
 * @param region of the bucket
 * @param hasLarger whether there is a larger function behind this one
 * @param looksInStore whether the function is asked before S3
 * @param config the file {@code edgepix.json}
 * @param hasEndpoint whether S3 is not that of AWS
 */
record Environment(
        String bucket,
        String region,
        Role role,
        boolean hasLarger,
        boolean looksInStore,
        Path config,
        boolean hasEndpoint) {
    /** The part of a function in a stack. */
    enum Role {
        /** The function that all requests for derivatives reach. */
        FIRST,
        /** The larger function, for large originals. */
        BIG
    }

    /**
     * Reads the variables.
     *
     * @throws IllegalArgumentException if one is missing or wrong; the message has its name
     */
    static Environment read(Map<String, String> variables) {
        Role role = isOneOf(variables, "EDGEPIX_ROLE", "big", "first") ? Role.BIG : Role.FIRST;
        boolean hasBig = isOneOf(variables, "EDGEPIX_HAS_BIG", "true", "false");
        boolean looksInS3 = isOneOf(variables, "EDGEPIX_LOOKS_IN_S3", "true", "false");
        return new Environment(
                required(variables, "EDGEPIX_BUCKET"),
                optional(variables, "EDGEPIX_BUCKET_REGION").orElseGet(() -> required(variables, "AWS_REGION")),
                role,
                hasBig && role == Role.FIRST,
                looksInS3 || role == Role.BIG,
                optional(variables, "EDGEPIX_CONFIG")
                        .map(Path::of)
                        .orElseGet(() -> Path.of(variables.getOrDefault("LAMBDA_TASK_ROOT", ""), "edgepix.json")),
                optional(variables, "AWS_ENDPOINT_URL_S3").isPresent());
    }

    private static Optional<String> optional(Map<String, String> variables, String name) {
        return Optional.ofNullable(variables.get(name)).filter(value -> !value.isEmpty());
    }

    private static String required(Map<String, String> variables, String name) {
        return optional(variables, name)
                .orElseThrow(() -> new IllegalArgumentException(name + ": expected a value, got none"));
    }

    /** Tells which of two values a variable has. Without a value it has the other one. */
    private static boolean isOneOf(Map<String, String> variables, String name, String one, String other) {
        String value = optional(variables, name).orElse(other);
        if (!value.equals(one) && !value.equals(other)) {
            throw new IllegalArgumentException(name + ": expected " + one + " or " + other + ", got " + value);
        }
        return value.equals(one);
    }
}
