package io.edgepix.derivation.answer;

import java.time.Instant;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * The ETag of a WebP that is answered in place of an AVIF. It begins with words, so it never equals the ETag of an
 * object in S3.
 *
 * @param since the time of the first such answer, in whole seconds
 * @param webpEtag the ETag of the WebP, in quotes
 */
record SubstituteEtag(Instant since, String webpEtag) {
    private static final Pattern FORM = Pattern.compile("\"webp-first-(\\d{1,11})-([^\"]*)\"");

    /** Returns the first such ETag in a header {@code If-None-Match}; empty if there is none. */
    static Optional<SubstituteEtag> in(String ifNoneMatch) {
        Matcher form = FORM.matcher(ifNoneMatch);
        return form.find()
                ? Optional.of(new SubstituteEtag(
                        Instant.ofEpochSecond(Long.parseLong(form.group(1))), '"' + form.group(2) + '"'))
                : Optional.empty();
    }

    /** Returns the header's value, in quotes. */
    String value() {
        return "\"webp-first-" + since.getEpochSecond() + "-" + webpEtag.replace("\"", "") + '"';
    }
}
