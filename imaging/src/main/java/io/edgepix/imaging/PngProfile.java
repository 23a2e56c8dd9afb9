package io.edgepix.imaging;

import java.util.Arrays;
import java.util.zip.DataFormatException;
import java.util.zip.Inflater;
import org.jspecify.annotations.Nullable;

/** A PNG's iCCP: a name, a zero, a method, and the profile deflated. */
final class PngProfile {
    private static final int MOST = 4 << 20;

    private PngProfile() {}

    /** The profile, or null where it is absent, broken or absurdly long. */
    static byte @Nullable [] inflate(byte @Nullable [] chunk) {
        if (chunk == null) {
            return null;
        }
        int name = 0;
        while (name < chunk.length && chunk[name] != 0) {
            name++;
        }
        if (name + 2 >= chunk.length) {
            return null;
        }
        try (Inflater inflater = new Inflater()) {
            inflater.setInput(chunk, name + 2, chunk.length - name - 2);
            byte[] profile = new byte[MOST];
            int length = inflater.inflate(profile);
            return inflater.finished() ? Arrays.copyOf(profile, length) : null;
        } catch (DataFormatException e) {
            return null;
        }
    }
}
