package io.edgepix.configuration;

import java.util.Optional;

/**
 * Headers of answers that the configuration decides on.
 *
 * @param contentSecurityPolicy the {@code content-security-policy} of originals that browsers run, such as SVG and HTML
 * @param contentDisposition whether derivatives have a file name for saving
 * @param serverTiming whether answers that were rendered have their duration
 */
public record HeaderOptions(Optional<String> contentSecurityPolicy, boolean contentDisposition, boolean serverTiming) {}
