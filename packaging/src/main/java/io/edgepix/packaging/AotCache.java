package io.edgepix.packaging;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.TimeUnit;

/** The ahead-of-time cache of JEP 483: classes loaded and linked while packaging, so that Java starts faster. */
final class AotCache {
    private static final long MINUTES = 3;

    private AotCache() {}

    /**
     * Lets the packaged program do its work once, and makes the cache of what it used.
     *
     * @param scratch a folder for what is needed only meanwhile
     */
    static void make(Layout layout, Path scratch) throws IOException {
        JavaCommand java = JavaCommand.of(layout);
        Path recorded = scratch.resolve("app.aotconf");
        Training.run(java, scratch, List.of("-XX:AOTMode=record", "-XX:AOTConfiguration=" + recorded));
        List<String> create = java.with(
                List.of("-XX:AOTMode=create", "-XX:AOTConfiguration=" + recorded, "-XX:AOTCache=" + layout.aotCache()),
                List.of());
        Path log = scratch.resolve("create.log");
        Process process = new ProcessBuilder(create)
                .redirectErrorStream(true)
                .redirectOutput(log.toFile())
                .start();
        try {
            Processes.await(process, MINUTES, TimeUnit.MINUTES, "making the AOT cache");
        } catch (PackagingException e) {
            throw Processes.withLog(e, log);
        }
        if (!Files.isRegularFile(layout.aotCache())) {
            throw new PackagingException("Java made no AOT cache");
        }
    }
}
