package io.edgepix.cli;

import io.edgepix.configuration.Config;
import io.edgepix.derivation.ConfiguredLimits;
import io.edgepix.derivative.Fit;
import io.edgepix.derivative.Focus;
import io.edgepix.derivative.Format;
import io.edgepix.derivative.MalformedException;
import io.edgepix.derivative.Preset;
import io.edgepix.derivative.Quality;
import io.edgepix.derivative.Size;
import io.edgepix.imaging.Renderer;
import io.edgepix.imaging.Renderers;
import io.edgepix.imaging.model.RenderRequest;
import io.edgepix.imaging.model.UnrenderableException;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.List;
import java.util.Objects;
import java.util.concurrent.Callable;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** The command {@code ./dev render}: renders one picture without a server. */
@Command(name = "render", description = "Renders one picture, without a server.")
final class Render implements Callable<Integer> {
    @Parameters(index = "0", paramLabel = "IN", description = "the original")
    private @Nullable Path in;

    @Parameters(index = "1", paramLabel = "OUT", description = "the derivative; an existing file is replaced")
    private @Nullable Path out;

    @Option(
            names = "--size",
            paramLabel = "SIZE",
            required = true,
            description = "WxH, Wx, xH or W in pixels, not snapped to a ladder; or a preset of the configuration")
    private @Nullable String size;

    @Option(
            names = "--format",
            paramLabel = "FORMAT",
            description = "webp, jpeg, png, gif or avif (default: by the extension of OUT)")
    private @Nullable String format;

    @Option(
            names = "--fit",
            paramLabel = "FIT",
            description = "contain, cover, fill or pad (default: from the preset, else from the configuration)")
    private @Nullable Fit fit;

    @Option(
            names = "--fp",
            paramLabel = "X,Y",
            description = "the point that cover keeps visible: 0.3,0.7, or top, bottom, left, right, center")
    private @Nullable String focus;

    @Option(
            names = "--quality",
            paramLabel = "Q",
            description = "1 to 100 (default: from the preset, else from the configuration)")
    private @Nullable Integer quality;

    @Spec
    private CommandSpec spec = CommandSpec.create();

    @Mixin
    private ConfigFile configFile = new ConfigFile();

    @Override
    public Integer call() {
        Config config = configFile.read();
        Path original = Objects.requireNonNull(in);
        DerivativeFile file = new DerivativeFile(Objects.requireNonNull(out));
        file.demandOtherThan(original);
        RenderRequest request = request(config, file.format(format));
        Renderer renderer = Renderers.best(ConfiguredLimits.of(config));
        if (!renderer.writes().contains(request.format())) {
            throw new CommandException("this machine's renderer cannot write "
                    + request.format().token() + "; it writes "
                    + renderer.writes().stream().map(Format::token).sorted().collect(Collectors.joining(", ")));
        }
        try {
            byte[] bytes = Files.readAllBytes(original);
            file.write(
                    renderer.renderAll(bytes, List.of(request), notice -> System.err.println(in + ": " + notice.text()))
                            .getFirst());
            file.note(request.format())
                    .ifPresent(note -> spec.commandLine().getErr().println("dev: " + note));
        } catch (UnrenderableException e) {
            throw new CommandException(original + ": " + e.sentence());
        } catch (NoSuchFileException e) {
            throw new CommandException(original + ": expected a file, got none");
        } catch (IOException e) {
            throw new CommandException("cannot read " + original + ": " + e.getMessage());
        }
        return 0;
    }

    /** Returns the request: an option overrides the preset, and the preset overrides the configuration. */
    private RenderRequest request(Config config, Format wanted) {
        if (quality != null && (quality < 1 || quality > 100)) {
            throw new CommandException("--quality: expected a whole number from 1 to 100, got " + quality);
        }
        Preset preset = preset(config, Objects.requireNonNull(size));
        Size box = preset.size();
        Fit how = first(fit, preset.fit(), config.offer().defaultFit());
        if (how == Fit.PAD && box.width() * box.height() > Size.MAX_PADDED) {
            throw new CommandException("--size: a padded box has at most " + Size.MAX_PADDED + " pixels");
        }
        String point = focus;
        Focus given = point == null ? null : read("--fp", () -> Focus.parse(point));
        Focus inSight = first(given, preset.focus(), Focus.CENTRE);
        return new RenderRequest(box, how, inSight, wanted, quality(config, preset, wanted), config.background());
    }

    private static <T> T first(@Nullable T given, @Nullable T preset, T usual) {
        return given == null ? Objects.requireNonNullElse(preset, usual) : given;
    }

    private int quality(Config config, Preset preset, Format wanted) {
        if (quality != null) {
            return quality;
        }
        if (!wanted.isLossy()) {
            return 100;
        }
        return preset.quality() == Quality.DEFAULT ? config.offer().quality().of(wanted) : preset.quality();
    }

    /** Returns the named preset, or a size as a preset without options. */
    private static Preset preset(Config config, String size) {
        Preset named = config.offer().presets().get(size);
        if (named != null) {
            return named;
        }
        try {
            return new Preset(Size.parse(size), null, null, Quality.DEFAULT);
        } catch (MalformedException e) {
            throw new CommandException("--size: expected WxH, Wx, xH or W in whole pixels from 1 to " + Size.MAX_SIDE
                    + names(config) + ", got '" + size + "'");
        }
    }

    private static String names(Config config) {
        List<String> names = config.offer().presets().names();
        return names.isEmpty() ? "" : ", or one of the presets " + String.join(", ", names);
    }

    private static <T> T read(String option, Supplier<T> reading) {
        try {
            return reading.get();
        } catch (MalformedException e) {
            throw new CommandException(option + ": " + e.sentence());
        }
    }
}
