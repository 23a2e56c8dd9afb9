package io.edgepix.documents.fonts;

import java.io.IOException;
import java.io.InputStream;
import java.util.ArrayDeque;
import java.util.Arrays;
import java.util.Deque;
import java.util.EnumMap;
import java.util.Map;

/**
 * Parsed fonts for one document at a time: those of the class path, and the fonts of buckets that were used last.
 * Parsing takes longer than laying out a page.
 */
public final class FontSet {
    private static final int MAX_OWN = 4;
    private static final long MAX_OWN_BYTES = 16_000_000;

    @SuppressWarnings("ArrayRecordComponent") // never compared
    private record Own(byte[] file, FontProgram program) {}

    private final Map<BuiltInFace, FontProgram> builtIn = new EnumMap<>(BuiltInFace.class);
    private final Deque<Own> own = new ArrayDeque<>();

    FontSet() {}

    /** Returns the font of a face. */
    public FontProgram builtIn(BuiltInFace face) {
        return builtIn.computeIfAbsent(face, FontSet::load);
    }

    /**
     * Returns the font of a file, which must not be changed afterwards.
     *
     * @throws FontException if it is not a font that can be embedded
     */
    public FontProgram own(byte[] file) throws FontException {
        for (Own font : own) {
            if (Arrays.equals(font.file(), file)) {
                own.remove(font);
                own.addFirst(font);
                return font.program();
            }
        }
        Own font = new Own(file, FontProgram.parse(file));
        own.addFirst(font);
        while (own.size() > 1 && (own.size() > MAX_OWN || bytes() > MAX_OWN_BYTES)) {
            own.removeLast();
        }
        return font.program();
    }

    private long bytes() {
        return own.stream().mapToLong(font -> font.file().length).sum();
    }

    private static FontProgram load(BuiltInFace face) {
        try (InputStream in = FontSet.class.getResourceAsStream(face.resource())) {
            if (in == null) {
                throw new IllegalStateException("The font " + face.resource() + " is not on the class path");
            }
            return FontProgram.parse(in.readAllBytes());
        } catch (IOException | FontException e) {
            throw new IllegalStateException("The font " + face.resource() + " on the class path is broken", e);
        }
    }
}
