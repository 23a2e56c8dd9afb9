package io.edgepix.derivative;

/**
 * A form of address that means a derivative, such as {@code /{width}x{height}/{key}}.
 *
 * @param text as {@code edgepix.json} has it
 */
public record UrlTemplate(String text) {}
