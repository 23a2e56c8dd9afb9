package io.edgepix.imaging.png;

import io.edgepix.imaging.colour.IccHeader;
import java.util.Arrays;
import java.util.Optional;
import java.util.zip.DataFormatException;
import java.util.zip.Inflater;

/** Reads the iCCP chunk of a PNG: a name, a zero byte, a compression method, and the compressed profile. */
final class PngProfile {
    private PngProfile() {}

    /**
     * Returns the profile; empty if it is broken or too long. Decompression stops at the length that the profile
     * states.
     */
    static Optional<byte[]> inflate(byte[] chunk) {
        int name = 0;
        while (name < chunk.length && chunk[name] != 0) {
            name++;
        }
        if (name + 2 >= chunk.length) {
            return Optional.empty();
        }
        try (Inflater inflater = new Inflater()) {
            inflater.setInput(chunk, name + 2, chunk.length - name - 2);
            byte[] stated = new byte[4];
            inflater.inflate(stated);
            byte[] profile = Arrays.copyOf(stated, IccHeader.length(stated));
            int missing = profile.length - 4;
            boolean whole = missing > 0 && inflater.inflate(profile, 4, missing) == missing;
            return whole ? Optional.of(profile) : Optional.empty();
        } catch (DataFormatException e) {
            return Optional.empty();
        }
    }
}
