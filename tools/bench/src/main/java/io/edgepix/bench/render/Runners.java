package io.edgepix.bench.render;

import io.edgepix.bench.measurement.BenchException;
import io.edgepix.bench.measurement.Peer;
import io.edgepix.bench.measurement.Setting;
import io.edgepix.comparison.peer.PeerProcess;
import io.edgepix.derivative.Format;
import io.edgepix.imaging.NativeRenderer;
import io.edgepix.imaging.PortableRenderer;
import io.edgepix.imaging.model.Limits;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * The runners of a measurement.
 *
 * @param ours edgepix's own runners, the fastest one first
 * @param sharp the peer of all targets
 * @param others other common libraries
 * @param notes a line about each peer, including those that are not available
 */
public record Runners(List<EdgepixRunner> ours, SharpRunner sharp, List<Runner> others, List<String> notes)
        implements AutoCloseable {
    static final String NATIVE = "edgepix native";
    static final String PORTABLE = "edgepix portable";
    static final String THUMBNAILATOR = "Thumbnailator";

    private static final String PILLOW = "Pillow";
    private static final String IMAGEMAGICK = "ImageMagick";
    private static final long MAX_BYTES = 1L << 30;
    private static final long MAX_PIXELS = 300_000_000;

    /** Returns all of edgepix's renderers that run on this machine. */
    public static List<EdgepixRunner> allOurs() {
        Limits limits = new Limits(MAX_BYTES, MAX_PIXELS);
        List<EdgepixRunner> ours = new ArrayList<>();
        NativeRenderer.find(limits).ifPresent(renderer -> ours.add(new EdgepixRunner(NATIVE, renderer)));
        ours.add(new EdgepixRunner(PORTABLE, new PortableRenderer(limits)));
        return ours;
    }

    /** Returns one of edgepix's renderers. */
    public static EdgepixRunner edgepixRunner(String name) {
        return allOurs().stream()
                .filter(runner -> runner.name().equals(name))
                .findFirst()
                .orElseThrow(() -> new BenchException("expected a runner on this machine, got '" + name + "'"));
    }

    static Runners start(Setting setting) throws IOException {
        Runners runners =
                new Runners(allOurs(), SharpRunner.start(setting.peer()), new ArrayList<>(), new ArrayList<>());
        runners.noteNative();
        if (runners.isChosen(setting, Peer.THUMBNAILATOR, THUMBNAILATOR)) {
            runners.add(new ThumbnailatorRunner(), "with webp-imageio");
        }
        if (runners.isChosen(setting, Peer.PILLOW, PILLOW)) {
            Path pillow = setting.peers().resolve("pillow");
            runners.addChild(
                    setting,
                    PILLOW,
                    List.of("python3", "pillow.py"),
                    Files.isDirectory(pillow) ? Map.of("PYTHONPATH", pillow.toString()) : Map.of());
        }
        if (runners.isChosen(setting, Peer.IMAGEMAGICK, IMAGEMAGICK)) {
            Path magick = setting.peers().resolve("imagemagick");
            runners.addChild(
                    setting,
                    IMAGEMAGICK,
                    List.of("perl", "imagemagick.pl"),
                    ImageMagickEnvironment.environment(magick));
        }
        return runners;
    }

    /** Tells whether a peer takes part. If not, adds a note. */
    private boolean isChosen(Setting setting, Peer peer, String name) {
        if (setting.compared().contains(peer)) {
            return true;
        }
        notes.add(name + ": not chosen by --peers, so it has no rows");
        return false;
    }

    private void noteNative() {
        if (ours.stream().noneMatch(runner -> runner.name().equals(NATIVE))) {
            notes.add(NATIVE + ": its libraries are not available, so it has no rows");
        }
    }

    private void add(Runner runner, String note) {
        others.add(runner);
        notes.add(runner.name() + ": " + note);
    }

    /** Adds a peer in its own process. If it does not start or answer, adds only a note. */
    private void addChild(Setting setting, String name, List<String> command, Map<String, String> environment) {
        PeerRunner runner;
        try {
            PeerProcess process = PeerProcess.start(setting.peer(), environment, command);
            runner = new PeerRunner(name, process, Set.of(Format.WEBP, Format.JPEG));
        } catch (IOException e) {
            notes.add(name + ": not available on this machine, so it has no rows");
            return;
        }
        try {
            add(runner, runner.version());
        } catch (IOException e) {
            runner.close();
            notes.add(name + ": not available on this machine, so it has no rows");
        }
    }

    List<Runner> all() {
        List<Runner> all = new ArrayList<>(ours);
        all.add(sharp);
        all.addAll(others);
        return all;
    }

    /** Returns the runners with targets. */
    List<Runner> main() {
        List<Runner> main = new ArrayList<>(ours);
        main.add(sharp);
        return main;
    }

    /** Returns the runners in this JVM. */
    List<Runner> inThisProcess() {
        return all().stream().filter(runner -> !(runner instanceof PeerRunner)).toList();
    }

    @Override
    public void close() {
        all().forEach(Runner::close);
    }
}
