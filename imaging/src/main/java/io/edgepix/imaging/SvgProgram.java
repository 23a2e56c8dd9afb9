package io.edgepix.imaging;

import io.edgepix.imaging.UnrenderableException.Reason;
import java.io.File;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.ByteBuffer;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Locale;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;

/**
 * The program that draws SVG, one process for each drawing: whatever librsvg does over one, it can be stopped, and has
 * nothing of ours. The environment it gets names its fonts and nothing else.
 */
final class SvgProgram {
    private static final int MOST_SECONDS = 8;
    private static final int MOST_PROCESSOR_SECONDS = 5;
    private static final long MEGABYTE = 1 << 20;
    private static final int SIDES = 8;

    /** What it takes before there is a drawing: most of it is libraries and stacks, which are never filled. */
    private static final long OWN_ADDRESSES = 176 * MEGABYTE;

    private static final long OWN_MEMORY = 48 * MEGABYTE;

    /** Samples, what librsvg draws them from, and a layer or two. */
    private static final int BYTES_A_PIXEL = 16;

    /** Exit status, as svg.c has them. */
    private static final int CANNOT_START = 1;

    private static final int BROKEN = 2;

    /** Takes what follows the sides; null where too little does. */
    private interface Answer<T> {
        @Nullable
        T of(int width, int height, InputStream in) throws IOException;
    }

    private final Path program;
    private final Path fonts;

    SvgProgram(Path folder) {
        this.program = folder.resolve("edgepix-svg");
        this.fonts = folder.resolve("fonts.conf");
    }

    /** Whether it is there. */
    boolean isThere() {
        return Files.isExecutable(program) && Files.isReadable(fonts);
    }

    /** How much memory a drawing takes at most, in bytes. */
    static long memory(byte[] svg, long pixels) {
        return OWN_MEMORY + 4L * svg.length + BYTES_A_PIXEL * pixels;
    }

    /** The size that the drawing has of itself. */
    Header size(byte[] svg) throws IOException, UnrenderableException {
        return run(svg, 0, 0, (width, height, in) -> new Header(width, height, Orientation.UPRIGHT));
    }

    /**
     * Draws it.
     *
     * @param scale over 0, 1 for its own size
     * @param pixels at most how many it then has
     */
    Picture draw(byte[] svg, double scale, long pixels) throws IOException, UnrenderableException {
        return run(svg, scale, pixels, (width, height, in) -> picture(width, height, pixels, in));
    }

    private <T> T run(byte[] svg, double scale, long pixels, Answer<T> answer)
            throws IOException, UnrenderableException {
        Process process = start(memory(svg, pixels) - OWN_MEMORY + OWN_ADDRESSES, processorSeconds(svg), scale);
        CompletableFuture<Void> alarm = CompletableFuture.runAsync(
                process::destroyForcibly, CompletableFuture.delayedExecutor(MOST_SECONDS, TimeUnit.SECONDS));
        try (InputStream in = process.getInputStream()) {
            send(svg, process.getOutputStream());
            T answered = receive(in, answer);
            check(process.waitFor());
            if (answered == null) {
                throw new IOException("Less came than a drawing");
            }
            return answered;
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IOException(e);
        } finally {
            alarm.cancel(false);
            process.destroyForcibly();
        }
    }

    /** How much of a processor it may use: 1 s for what is small, since it is asked for the size as well. */
    static long processorSeconds(byte[] svg) {
        return Math.clamp(svg.length / MEGABYTE + 1, 1, MOST_PROCESSOR_SECONDS);
    }

    private Process start(long addresses, long seconds, double scale) {
        ProcessBuilder builder = new ProcessBuilder(
                program.toString(),
                Long.toString(addresses),
                Long.toString(seconds),
                String.format(Locale.ROOT, "%.17g", scale));
        builder.environment().clear();
        builder.environment().put("FONTCONFIG_FILE", fonts.toString());
        builder.environment().put("MALLOC_ARENA_MAX", "1");
        try {
            return builder.directory(new File("/"))
                    .redirectError(ProcessBuilder.Redirect.DISCARD)
                    .start();
        } catch (IOException e) {
            throw ranOut(e.toString());
        }
    }

    /** It reads all before it answers; where it ended before that, its status says why. */
    private static void send(byte[] svg, OutputStream out) {
        try (out) {
            out.write(svg);
        } catch (IOException e) {
            return;
        }
    }

    private static <T> @Nullable T receive(InputStream in, Answer<T> answer) throws IOException {
        byte[] sides = in.readNBytes(SIDES);
        if (sides.length < SIDES) {
            return null;
        }
        ByteBuffer numbers = Bytes.little(sides);
        return answer.of(numbers.getInt(), numbers.getInt(), in);
    }

    /** What the process says is not believed: it may be in other hands. */
    private static @Nullable Picture picture(int width, int height, long pixels, InputStream in) throws IOException {
        if (width < 1 || height < 1 || (long) width * height > pixels) {
            throw new IOException("A drawing of " + width + "x" + height + " came, over " + pixels);
        }
        Picture picture = new Picture(width, height, true);
        byte[] samples = picture.samples();
        return in.readNBytes(samples, 0, samples.length) == samples.length ? picture : null;
    }

    private static void check(int status) throws IOException, UnrenderableException {
        if (status == CANNOT_START) {
            throw ranOut("it does not start");
        }
        if (status == BROKEN) {
            throw new IOException("librsvg cannot read it");
        }
        if (status != 0) {
            throw new UnrenderableException(
                    Reason.TOO_LARGE, "The SVG takes more time or memory to be drawn than it may.");
        }
    }

    private static OutOfMemoryError ranOut(String what) {
        return new OutOfMemoryError("No process for an SVG: " + what);
    }
}
