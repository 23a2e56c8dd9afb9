package io.edgepix.localedge.cli;

import io.edgepix.derivative.Config;
import io.edgepix.derivative.Fit;
import io.edgepix.derivative.Focus;
import io.edgepix.derivative.Format;
import io.edgepix.derivative.MalformedException;
import io.edgepix.derivative.Size;
import io.edgepix.imaging.Limits;
import io.edgepix.imaging.RenderRequest;
import io.edgepix.imaging.Renderer;
import io.edgepix.imaging.Renderers;
import io.edgepix.imaging.UnrenderableException;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.List;
import java.util.Objects;
import java.util.concurrent.Callable;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** One picture, without a server. */
@Command(name = "render", description = "Renders one picture, without a server.")
final class Render implements Callable<Integer> {
    private static final String FORMATS =
            "--format must be webp, jpeg or png, or avif or gif where this machine's renderer can write it";

    @Parameters(index = "0", paramLabel = "IN", description = "the original")
    private @Nullable Path in;

    @Parameters(index = "1", paramLabel = "OUT", description = "the derivative, replaced if it is there")
    private @Nullable Path out;

    @Option(
            names = "--size",
            paramLabel = "SIZE",
            required = true,
            description = "WxH, Wx, xH or W in pixels; no ladder here")
    private @Nullable String size;

    @Option(names = "--format", paramLabel = "FORMAT", required = true, description = "webp, jpeg, png, gif or avif")
    private @Nullable String format;

    @Option(
            names = "--fit",
            paramLabel = "FIT",
            description = "contain, cover, fill or pad (default: the configured one)")
    private @Nullable Fit fit;

    @Option(
            names = "--fp",
            paramLabel = "X,Y",
            description = "what stays in sight with cover: 0.3,0.7, or top, bottom, left, right, center")
    private @Nullable String focus;

    @Option(names = "--quality", paramLabel = "Q", description = "1 to 100 (default: the format's configured one)")
    private @Nullable Integer quality;

    @Option(
            names = {"-h", "--help"},
            usageHelp = true,
            description = "this text")
    @SuppressWarnings("UnusedVariable") // read by picocli
    private boolean help;

    @Mixin
    private ConfigFile configFile = new ConfigFile();

    @Override
    public Integer call() {
        Config config = configFile.read();
        Path original = Objects.requireNonNull(in);
        RenderRequest request = request(config);
        Renderer renderer = Renderers.best(Limits.of(config));
        if (!renderer.writes().contains(request.format())) {
            throw new UsageException(FORMATS);
        }
        try {
            byte[] bytes = Files.readAllBytes(original);
            write(renderer.renderAll(bytes, List.of(request), notice -> System.err.println(in + ": " + notice))
                    .getFirst());
        } catch (UnrenderableException e) {
            throw new UsageException(original + ": " + e.sentence());
        } catch (NoSuchFileException e) {
            throw new UsageException(original + ": there is no such file");
        } catch (IOException e) {
            throw new UsageException("cannot read " + original + ": " + e.getMessage());
        }
        return 0;
    }

    private RenderRequest request(Config config) {
        Format wanted = format();
        int usual = wanted.isLossy() ? config.quality().of(wanted) : 100;
        if (quality != null && (quality < 1 || quality > 100)) {
            throw new UsageException("--quality must be a whole number from 1 to 100");
        }
        Size box = read("--size", () -> Size.parse(Objects.requireNonNull(size)));
        Fit how = fit == null ? config.defaultFit() : fit;
        if (how == Fit.PAD && box.width() * box.height() > Size.MAX_PADDED) {
            throw new UsageException("--size: a padded box has at most " + Size.MAX_PADDED + " pixels");
        }
        String point = focus;
        Focus inSight = point == null ? Focus.CENTRE : read("--fp", () -> Focus.parse(point));
        return new RenderRequest(box, how, inSight, wanted, quality == null ? usual : quality, config.background());
    }

    private static <T> T read(String option, Supplier<T> reading) {
        try {
            return reading.get();
        } catch (MalformedException e) {
            throw new UsageException(option + ": " + e.sentence());
        }
    }

    private Format format() {
        Format named = Format.ofWord(Objects.requireNonNull(format));
        if (named == null) {
            throw new UsageException(FORMATS);
        }
        return named;
    }

    /** Whole or not at all: written beside, then moved into place. */
    private void write(byte[] derivative) {
        Path target = Objects.requireNonNull(out);
        if (Files.isDirectory(target)) {
            throw new UsageException(target + " is a folder; name the file to write");
        }
        Path part = target.resolveSibling(target.getFileName() + ".part");
        try {
            try {
                Files.write(part, derivative);
                Files.move(part, target, StandardCopyOption.REPLACE_EXISTING);
            } finally {
                Files.deleteIfExists(part);
            }
        } catch (IOException e) {
            throw new UsageException("cannot write " + target + ": is its folder there, and open to writing?");
        }
    }
}
