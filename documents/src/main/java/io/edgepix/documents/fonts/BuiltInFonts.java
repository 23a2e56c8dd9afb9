package io.edgepix.documents.fonts;

import java.io.IOException;
import java.io.InputStream;
import java.util.EnumMap;
import java.util.Map;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;

/**
 * The parsed fonts of the class path. Parsing takes longer than a page, so a document borrows a set of parsed fonts and
 * gives it back for the next one. Thread-safe; there are as many sets as documents at the same time.
 */
public final class BuiltInFonts {
    /** A set of parsed fonts, used by one document at a time. */
    public static final class Borrowed implements AutoCloseable {
        private final Map<BuiltInFace, FontProgram> programs;
        private final Queue<Map<BuiltInFace, FontProgram>> idle;

        private Borrowed(Map<BuiltInFace, FontProgram> programs, Queue<Map<BuiltInFace, FontProgram>> idle) {
            this.programs = programs;
            this.idle = idle;
        }

        /** Returns the font of a face, parsed on its first use. */
        public FontProgram program(BuiltInFace face) {
            return programs.computeIfAbsent(face, BuiltInFonts::load);
        }

        @Override
        public void close() {
            idle.add(programs);
        }
    }

    private final Queue<Map<BuiltInFace, FontProgram>> idle = new ConcurrentLinkedQueue<>();

    /** Borrows a set of fonts. */
    public Borrowed borrow() {
        Map<BuiltInFace, FontProgram> programs = idle.poll();
        return new Borrowed(programs == null ? new EnumMap<>(BuiltInFace.class) : programs, idle);
    }

    private static FontProgram load(BuiltInFace face) {
        try (InputStream in = BuiltInFonts.class.getResourceAsStream(face.resource())) {
            if (in == null) {
                throw new IllegalStateException("The font " + face.resource() + " is not on the class path");
            }
            return FontProgram.parse(in.readAllBytes());
        } catch (IOException | FontException e) {
            throw new IllegalStateException("The font " + face.resource() + " on the class path is broken", e);
        }
    }
}
