package io.edgepix.pregenerate.listing;

import io.edgepix.configuration.Config;
import io.edgepix.configuration.Documents;
import io.edgepix.configuration.Pregeneration;
import io.edgepix.derivative.Key;
import io.edgepix.derivative.PathGrammar;
import io.edgepix.pregenerate.job.JobKeys;

/**
 * The keys of the originals that a job is about.
 *
 * @param prefix the first characters of their keys
 * @param documents which are not originals
 */
public record OriginalKeys(String prefix, Documents documents) {
    /**
     * Returns the keys that begin with a prefix, and with that of the configuration.
     *
     * @throws ListingException if no key can begin with both
     */
    public static OriginalKeys of(String prefix, Config config) {
        if (!Pregeneration.canBegin(prefix)) {
            throw new ListingException("the prefix \"" + prefix + "\": expected the first characters of keys, without a"
                    + " leading slash and without . or .. as a segment");
        }
        String configured = config.pregeneration().prefix();
        if (!prefix.startsWith(configured) && !configured.startsWith(prefix)) {
            throw new ListingException("the prefix \"" + prefix
                    + "\": expected one that begins with pregenerate.prefix of the configuration, \"" + configured
                    + "\"");
        }
        return new OriginalKeys(prefix.length() > configured.length() ? prefix : configured, config.documents());
    }

    /**
     * Tells whether a key can be that of an original. It is no folder, can be in a URL, and is not that of a derivative,
     * of a document or of the state of a job.
     */
    public boolean contains(String text) {
        Key key = new Key(text);
        return text.startsWith(prefix)
                && !text.endsWith("/")
                && !text.startsWith(JobKeys.FOLDER)
                && !key.hasDotSegment()
                && !documents.excludes(key)
                && !PathGrammar.isDerivative(key);
    }
}
