package io.edgepix.cli;

import io.edgepix.derivation.purge.PrefixPurgeResult;

/** The output of a purge by prefix. */
final class PurgeLines {
    private PurgeLines() {}

    static String text(PrefixPurgeResult purged, String done) {
        return text(purged.derivatives(), purged.originals(), purged.bytes(), purged.others(), done);
    }

    /**
     * Returns the line; {@code others} is the number of objects in the place of derivatives that lack their metadata.
     */
    static String text(long derivatives, long originals, long bytes, long others, String done) {
        String kept = others == 0 ? "" : " (" + others + " objects in such folders are not derivatives, and remain)";
        return derivatives + " derivatives of " + originals + " originals, " + bytes + " bytes" + kept + " " + done;
    }
}
