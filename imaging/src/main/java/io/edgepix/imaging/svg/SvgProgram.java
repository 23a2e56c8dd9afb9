package io.edgepix.imaging.svg;

import io.edgepix.imaging.model.UnrenderableException;
import io.edgepix.imaging.model.UnrenderableException.Reason;
import io.edgepix.imaging.picture.Picture;
import java.io.File;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;

/**
 * Runs the program that draws SVG, with one process for each drawing. The process can be stopped at any time, even
 * while librsvg works, and it contains no data of edgepix. Its environment variables state only the fonts, a language
 * and a setting of malloc.
 */
public final class SvgProgram {
    private static final int MOST_SECONDS = 8;
    private static final int MOST_PROCESSOR_SECONDS = 5;
    private static final long MEGABYTE = 1 << 20;

    /**
     * The address space of the program without a drawing, in bytes. Most of it is reserved for libraries and stacks,
     * and is never filled.
     */
    private static final long OWN_ADDRESSES = 176 * MEGABYTE;

    private static final long OWN_MEMORY = 48 * MEGABYTE;

    /** Bytes per pixel: samples, the surface that librsvg draws on, and one or two layers. */
    private static final int BYTES_A_PIXEL = 16;

    /** The exit status if the program could not start, as in svg.c. */
    private static final int CANNOT_START = 1;

    private static final int BROKEN = 2;

    /** The width and height of a tile in pixels. libvips renders each tile as a whole. */
    private static final int TILE = 2000;

    /** The language for {@code systemLanguage}. Most browsers run in English. */
    private static final String LANGUAGE = "en_US.UTF-8";

    private final Path program;
    private final Path configuration;
    private final Path fonts;

    public SvgProgram(Path folder) {
        this.program = folder.resolve("edgepix-svg");
        this.configuration = folder.resolve("fonts.conf");
        this.fonts = folder.resolve("fonts");
    }

    /** Tells whether the program is installed. */
    public boolean isThere() {
        return Files.isExecutable(program) && Files.isReadable(configuration);
    }

    /** Returns the folder of the fonts. */
    Path fonts() {
        return fonts;
    }

    /** Returns the most memory that a drawing may use, in bytes. */
    static long memory(byte[] svg, SvgArea area) {
        return OWN_MEMORY + 4L * svg.length + BYTES_A_PIXEL * pixels(area);
    }

    /**
     * Returns the number of rendered pixels. If only a part of the drawing is rendered, the tiles extend beyond that
     * part.
     */
    private static long pixels(SvgArea area) {
        long width =
                Math.min(area.wholeWidth(), area.width() == area.wholeWidth() ? area.width() : area.width() + TILE);
        long height = Math.min(
                area.wholeHeight(), area.height() == area.wholeHeight() ? area.height() : area.height() + TILE);
        return width * height;
    }

    /**
     * Draws a part of a drawing. The document states the size of the whole drawing.
     *
     * @throws IOException if librsvg cannot read the document
     * @throws UnrenderableException if drawing takes too much time or memory
     */
    Picture draw(byte[] svg, SvgArea area) throws IOException, UnrenderableException {
        Process process = start(memory(svg, area) - OWN_MEMORY + OWN_ADDRESSES, processorSeconds(svg), area);
        CompletableFuture<Void> alarm = CompletableFuture.runAsync(
                process::destroyForcibly, CompletableFuture.delayedExecutor(MOST_SECONDS, TimeUnit.SECONDS));
        try (InputStream in = process.getInputStream()) {
            send(svg, process.getOutputStream());
            Optional<Picture> picture = receive(in, area);
            check(process.waitFor());
            long expected = 4L * area.width() * area.height();
            return picture.orElseThrow(() -> new IOException("Expected " + expected + " bytes of samples, got fewer"));
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IOException(e);
        } finally {
            alarm.cancel(false);
            process.destroyForcibly();
        }
    }

    /** Returns the processor time that a drawing may use, in seconds: 1, plus 1 for each megabyte, up to 5. */
    static long processorSeconds(byte[] svg) {
        return Math.clamp(svg.length / MEGABYTE + 1, 1, MOST_PROCESSOR_SECONDS);
    }

    private Process start(long addresses, long seconds, SvgArea area) {
        ProcessBuilder builder = new ProcessBuilder(
                program.toString(),
                Long.toString(addresses),
                Long.toString(seconds),
                Integer.toString(area.wholeWidth()),
                Integer.toString(area.wholeHeight()),
                Integer.toString(area.left()),
                Integer.toString(area.top()),
                Integer.toString(area.width()),
                Integer.toString(area.height()));
        builder.environment().clear();
        builder.environment().put("FONTCONFIG_FILE", configuration.toString());
        builder.environment().put("LANG", LANGUAGE);
        builder.environment().put("MALLOC_ARENA_MAX", "1");
        try {
            return builder.directory(new File("/"))
                    .redirectError(ProcessBuilder.Redirect.DISCARD)
                    .start();
        } catch (IOException e) {
            throw ranOut(e.toString());
        }
    }

    /**
     * Sends the document. The program reads all of it before it answers. If the program ends earlier, its exit status
     * tells why.
     */
    private static void send(byte[] svg, OutputStream out) {
        try (out) {
            out.write(svg);
        } catch (IOException e) {
            return;
        }
    }

    /**
     * Receives the picture; empty if there are too few bytes. Only the samples are read, since a malicious drawing may
     * have taken over the process.
     */
    private static Optional<Picture> receive(InputStream in, SvgArea area) throws IOException {
        Picture picture = new Picture(area.width(), area.height(), true);
        byte[] samples = picture.samples();
        return in.readNBytes(samples, 0, samples.length) == samples.length ? Optional.of(picture) : Optional.empty();
    }

    private static void check(int status) throws IOException, UnrenderableException {
        if (status == CANNOT_START) {
            throw ranOut("exit status " + CANNOT_START);
        }
        if (status == BROKEN) {
            throw new IOException("librsvg cannot read the SVG");
        }
        if (status != 0) {
            throw new UnrenderableException(
                    Reason.TOO_LARGE, "Drawing the SVG takes more time or memory than allowed.");
        }
    }

    private static OutOfMemoryError ranOut(String what) {
        return new OutOfMemoryError("Cannot start the program that draws SVG: " + what);
    }
}
