package io.edgepix.bench;

import io.edgepix.bench.peer.PeerProcess;
import io.edgepix.derivative.Format;
import io.edgepix.imaging.model.Limits;
import io.edgepix.imaging.NativeRenderer;
import io.edgepix.imaging.PortableRenderer;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * Who is measured.
 *
 * @param ours edgepix's own, the fastest one first
 * @param sharp what the targets are against
 * @param others what else people would pick
 * @param notes a line on each of them, the ones that can't be had too
 */
record Engines(List<OurEngine> ours, Sharp sharp, List<Engine> others, List<String> notes) implements AutoCloseable {
    static final String NATIVE = "edgepix native";
    static final String PORTABLE = "edgepix portable";

    private static final long MAX_BYTES = 1L << 30;
    private static final long MAX_PIXELS = 300_000_000;

    /** All of edgepix's renderers that run on this machine. */
    static List<OurEngine> allOurs() {
        Limits limits = new Limits(MAX_BYTES, MAX_PIXELS);
        List<OurEngine> ours = new ArrayList<>();
        NativeRenderer.find(limits).ifPresent(renderer -> ours.add(new OurEngine(NATIVE, renderer)));
        ours.add(new OurEngine(PORTABLE, new PortableRenderer(limits)));
        return ours;
    }

    /** One of them. */
    static OurEngine ourEngine(String name) {
        return allOurs().stream()
                .filter(engine -> engine.name().equals(name))
                .findFirst()
                .orElseThrow(() -> new BenchException("no such engine: " + name));
    }

    static Engines start(Setting setting) throws IOException {
        Engines engines = new Engines(allOurs(), Sharp.start(setting.peer()), new ArrayList<>(), new ArrayList<>());
        engines.noteNative();
        engines.add(new Thumbnailator(), "with webp-imageio");
        Path pillow = setting.peers().resolve("pillow");
        engines.addChild(
                setting,
                "Pillow",
                List.of("python3", "pillow.py"),
                Files.isDirectory(pillow) ? Map.of("PYTHONPATH", pillow.toString()) : Map.of());
        Path magick = setting.peers().resolve("imagemagick");
        engines.addChild(setting, "ImageMagick", List.of("perl", "imagemagick.pl"), MagickFolder.environment(magick));
        return engines;
    }

    private void noteNative() {
        if (ours.stream().noneMatch(engine -> engine.name().equals(NATIVE))) {
            notes.add(NATIVE + ": its libraries are not here, so it has no rows");
        }
    }

    private void add(Engine engine, String note) {
        others.add(engine);
        notes.add(engine.name() + ": " + note);
    }

    /** What does not start or does not answer can't be had. */
    private void addChild(Setting setting, String name, List<String> command, Map<String, String> environment) {
        PeerEngine engine;
        try {
            PeerProcess process = PeerProcess.start(setting.peer(), environment, command);
            engine = new PeerEngine(name, process, Set.of(Format.WEBP, Format.JPEG));
        } catch (IOException e) {
            notes.add(name + ": can't be had here, so it has no rows");
            return;
        }
        try {
            add(engine, engine.version());
        } catch (IOException e) {
            engine.close();
            notes.add(name + ": can't be had here, so it has no rows");
        }
    }

    List<Engine> all() {
        List<Engine> all = new ArrayList<>(ours);
        all.add(sharp);
        all.addAll(others);
        return all;
    }

    /** Those that the targets are about. */
    List<Engine> main() {
        List<Engine> main = new ArrayList<>(ours);
        main.add(sharp);
        return main;
    }

    /** Those that run on this very JVM. */
    List<Engine> inThisProcess() {
        return all().stream().filter(engine -> !(engine instanceof PeerEngine)).toList();
    }

    @Override
    public void close() {
        all().forEach(Engine::close);
    }
}
