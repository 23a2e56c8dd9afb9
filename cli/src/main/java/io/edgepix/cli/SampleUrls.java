package io.edgepix.cli;

import io.edgepix.configuration.Config;
import io.edgepix.configuration.JdkHmac;
import io.edgepix.derivative.Key;
import io.edgepix.derivative.SignedUrl;
import io.edgepix.derivative.Size;
import io.edgepix.derivative.SizePolicy;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;

/** URLs of some pictures of a bucket, to print at the start. */
final class SampleUrls {
    private static final int SHOWN = 5;
    private static final Set<String> PICTURES =
            Set.of("jpg", "jpeg", "png", "gif", "webp", "tif", "tiff", "bmp", "psd");

    private SampleUrls() {}

    /** Returns a path with a size, signed for a day if the configuration demands that. */
    static String url(String path, Config config) {
        String query = "d=" + size(config);
        return config.offer().signing().isOn()
                ? SignedUrl.sign(new JdkHmac(), config.offer().signing().keys().getFirst(), path, query, tomorrow())
                : path + "?" + query;
    }

    private static String tomorrow() {
        return Long.toString(Instant.now().plus(Duration.ofDays(1)).getEpochSecond());
    }

    /** Returns a size that the configuration offers. */
    static String size(Config config) {
        return switch (config.offer().sizes()) {
            case SizePolicy.Ladder ladder -> ladder.admit(200, 200).toString();
            case SizePolicy.Listed listed ->
                listed.exact().isEmpty() ? "" : listed.exact().getFirst().toString();
            case SizePolicy.Open open -> new Size(Math.min(200, open.maxSide()), 0).toString();
        };
    }

    /** Returns the paths of the first pictures at the top of the folder, by name. */
    static List<String> keys(Path folder) {
        try (Stream<Path> files = Files.list(folder)) {
            return files.filter(file -> Files.isRegularFile(file, LinkOption.NOFOLLOW_LINKS))
                    .map(file -> new Key(String.valueOf(file.getFileName())))
                    .filter(key -> PICTURES.contains(key.extension()))
                    .map(Key::path)
                    .sorted()
                    .limit(SHOWN)
                    .toList();
        } catch (IOException e) {
            return List.of();
        }
    }
}
