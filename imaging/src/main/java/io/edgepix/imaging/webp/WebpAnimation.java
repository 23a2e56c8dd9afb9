package io.edgepix.imaging.webp;

import io.edgepix.imaging.bytes.Bytes;
import io.edgepix.imaging.bytes.Chunks.Chunk;
import io.edgepix.imaging.codec.Animation;
import io.edgepix.imaging.model.Header;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Reads the structure of an animated WebP from its chunks ("WebP Container Specification"). */
public final class WebpAnimation {
    private static final int FRAME_HEADER = 16;
    private static final int LOOPS = 4;
    private static final int MILLIS = 12;
    private static final int FLAGS = 15;
    private static final int DISPOSED = 1;
    private static final int ANIMATED = 0x02;
    private static final int ALPHA = 0x10;

    private WebpAnimation() {}

    /** Returns the structure of an animation; empty if the picture has no ANIM chunk. */
    static Optional<Animation> of(WebpFile file, Header canvas) {
        byte[] webp = file.bytes();
        Optional<Chunk> control = file.chunks().first("ANIM").filter(chunk -> chunk.length() >= LOOPS + 2);
        if (control.isEmpty()) {
            return Optional.empty();
        }
        List<Integer> millis = new ArrayList<>();
        for (Chunk chunk : file.chunks().all()) {
            if (chunk.type().equals("ANMF") && chunk.length() >= FRAME_HEADER) {
                millis.add(Bytes.little24(webp, chunk.body() + MILLIS));
            }
        }
        long stored = (long) canvas.width() * canvas.height() * millis.size();
        return Optional.of(new Animation(
                canvas, List.copyOf(millis), Bytes.little16(webp, control.get().body() + LOOPS), stored, file.isCut()));
    }

    /**
     * Returns the file with a header that announces an animation. The header also announces alpha, unless all pixels
     * are opaque. Decoders rely only on the header, while browsers rely on the frames.
     */
    public static byte[] announced(WebpFile file, Header canvas) {
        byte[] webp = file.bytes().clone();
        Optional<Chunk> extended = file.chunks().first("VP8X").filter(chunk -> chunk.length() > 0);
        if (extended.isPresent()) {
            webp[extended.get().body()] |= (byte) (isOpaque(file, canvas) ? ANIMATED : ANIMATED | ALPHA);
        }
        return webp;
    }

    private static boolean isOpaque(WebpFile file, Header canvas) {
        List<Chunk> frames = file.chunks().all().stream()
                .filter(chunk -> chunk.type().equals("ANMF"))
                .toList();
        byte[] webp = file.bytes();
        int first = frames.getFirst().body();
        boolean covers = Bytes.little24(webp, first + 6) + 1 == canvas.width()
                && Bytes.little24(webp, first + 9) + 1 == canvas.height();
        return covers && frames.stream().allMatch(frame -> isOpaque(webp, frame.body()));
    }

    private static boolean isOpaque(byte[] webp, int frame) {
        return (webp[frame + FLAGS] & DISPOSED) == 0 && Bytes.has(webp, frame + FRAME_HEADER, "VP8 ");
    }
}
