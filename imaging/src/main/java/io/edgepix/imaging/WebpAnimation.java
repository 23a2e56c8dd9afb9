package io.edgepix.imaging;

import io.edgepix.imaging.Chunks.Chunk;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Walks the chunks of a WebP, by "WebP Container Specification". */
final class WebpAnimation {
    private static final int FRAME_HEADER = 16;
    private static final int LOOPS = 4;
    private static final int MILLIS = 12;

    private WebpAnimation() {}

    /** Null where it is still. */
    static @Nullable Animation read(byte[] webp) throws IOException {
        Chunks chunks = WebpDecoder.chunks(webp);
        Chunk control = chunks.first("ANIM");
        if (control == null || control.length() < LOOPS + 2) {
            return null;
        }
        List<Integer> millis = new ArrayList<>();
        for (Chunk chunk : chunks.all()) {
            if (chunk.type().equals("ANMF") && chunk.length() >= FRAME_HEADER) {
                millis.add(Bytes.little24(webp, chunk.body() + MILLIS));
            }
        }
        Header canvas = new WebpDecoder().header(webp);
        long stored = (long) canvas.width() * canvas.height() * millis.size();
        return new Animation(canvas, List.copyOf(millis), Bytes.little16(webp, control.body() + LOOPS), stored);
    }
}
