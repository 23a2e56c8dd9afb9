package io.edgepix.bench.render;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.Map;
import java.util.function.Predicate;
import java.util.stream.Stream;

/**
 * The environment variables for ImageMagick on one thread, installed in the system or in a folder of unpacked packages.
 */
final class ImageMagickEnvironment {
    private static final Map<String, String> ONE_THREAD = Map.of("MAGICK_THREAD_LIMIT", "1", "OMP_NUM_THREADS", "1");

    private ImageMagickEnvironment() {}

    /** Returns the variables. If the folder exists, they tell Perl and ImageMagick where their parts are. */
    static Map<String, String> environment(Path folder) {
        if (!Files.isDirectory(folder)) {
            return ONE_THREAD;
        }
        Map<String, String> environment = new HashMap<>(ONE_THREAD);
        environment.putAll(parts(folder));
        return environment;
    }

    private static Map<String, String> parts(Path folder) {
        Path binding = parent(folder, path -> path.endsWith("Image/Magick.pm"), 2);
        Path compiled = parent(folder, path -> path.endsWith("Image/Magick/Q16.pm"), 3);
        return Map.of(
                "LD_LIBRARY_PATH",
                parent(folder, path -> path.toString().contains("libMagickCore"), 1)
                        .toString(),
                "PERL5LIB",
                binding + ":" + compiled,
                "MAGICK_CONFIGURE_PATH",
                parent(folder, path -> path.endsWith("policy.xml"), 1).toString(),
                "MAGICK_CODER_MODULE_PATH",
                parent(folder, path -> path.endsWith("coders/jpeg.so"), 1).toString());
    }

    private static Path parent(Path folder, Predicate<Path> wanted, int levels) {
        try (Stream<Path> all = Files.walk(folder)) {
            Path found = all.filter(wanted).findFirst().orElse(folder);
            for (int level = 0; level < levels; level++) {
                found = found.resolveSibling("").normalize();
            }
            return found;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
