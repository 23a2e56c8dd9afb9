package io.edgepix.packaging;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.List;
import java.util.Objects;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;

/** The ahead-of-time cache of JEP 483: classes loaded and linked while packaging, so that Java starts faster. */
final class AotCache {
    /** The code whose changes require a new cache. */
    private static final List<Class<?>> TRAINING =
            List.of(AotCache.class, Training.class, TrainingCase.class, TrainingPictures.class);

    /** Leaves profiles of methods (JEP 515) out: the JVM would compile all of them before the first answer. */
    private static final List<String> WITHOUT_PROFILES =
            List.of("-XX:+UnlockDiagnosticVMOptions", "-XX:-AOTRecordTraining");

    private static final long MINUTES = 3;

    private AotCache() {}

    /**
     * Writes the cache next to the program. Two trainings never write the same bytes, and different bytes are a new
     * version to deploy. So the last cache is used again if its inputs are the same.
     *
     * @param scratch an empty folder
     * @param kept the folder of the last cache
     */
    static void put(Layout layout, Path scratch, Path kept) throws IOException {
        Path last = kept.resolve(Fingerprint.ofTrained(layout, TRAINING) + ".aot");
        if (!Files.isRegularFile(last)) {
            make(layout, scratch);
            keep(layout.aotCache(), last);
        }
        Files.copy(last, layout.aotCache(), StandardCopyOption.REPLACE_EXISTING);
    }

    private static void keep(Path cache, Path last) throws IOException {
        Path folder = Files.createDirectories(Objects.requireNonNull(last.getParent()));
        for (Path old : Zip.files(folder)) {
            Files.delete(old);
        }
        Path whole = Files.copy(cache, folder.resolve("being-copied"));
        Files.move(whole, last, StandardCopyOption.ATOMIC_MOVE);
    }

    /** Runs the packaged program once, and creates the cache from the classes that it used. */
    private static void make(Layout layout, Path scratch) throws IOException {
        JavaCommand java = JavaCommand.of(layout);
        Path recorded = scratch.resolve("app.aotconf");
        Training.run(java, scratch, flags("-XX:AOTMode=record", "-XX:AOTConfiguration=" + recorded));
        List<String> create = java.with(
                flags("-XX:AOTMode=create", "-XX:AOTConfiguration=" + recorded, "-XX:AOTCache=" + layout.aotCache()),
                List.of());
        Path log = scratch.resolve("create.log");
        ProcessBuilder builder =
                new ProcessBuilder(create).redirectErrorStream(true).redirectOutput(log.toFile());
        builder.environment().clear();
        Process process = builder.start();
        try {
            Processes.await(process, MINUTES, TimeUnit.MINUTES, "creating the AOT cache");
        } catch (PackagingException e) {
            throw Processes.withLog(e, log);
        }
        if (!Files.isRegularFile(layout.aotCache())) {
            throw new PackagingException("expected an AOT cache from Java, got none");
        }
    }

    private static List<String> flags(String... ofThisStep) {
        return Stream.concat(WITHOUT_PROFILES.stream(), Stream.of(ofThisStep)).toList();
    }
}
