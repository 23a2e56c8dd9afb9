package io.edgepix.packaging;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * The security properties of a runtime, without comments and without providers that TLS and signatures do not need.
 * Java reads all of them, and searches the runtime for providers that it does not contain, before the first request.
 */
final class SecurityProperties {
    private static final List<String> PROVIDERS = List.of("SUN", "SunRsaSign", "SunEC", "SunJSSE", "SunJCE");
    private static final Pattern PROVIDER = Pattern.compile("security\\.provider\\.\\d+=(\\S+)");

    private SecurityProperties() {}

    /**
     * Rewrites the file {@code java.security}. The same file always results in the same bytes.
     *
     * @throws PackagingException if the file does not begin its list with the providers that are needed
     */
    static void keepUsed(Path file) throws IOException {
        List<String> lines = new ArrayList<>();
        List<String> providers = new ArrayList<>();
        for (String line : Files.readAllLines(file)) {
            Matcher provider = PROVIDER.matcher(line);
            if (provider.matches()) {
                providers.add(provider.group(1));
            }
            if (!line.isBlank()
                    && !line.startsWith("#")
                    && (!provider.matches() || PROVIDERS.contains(provider.group(1)))) {
                lines.add(line);
            }
        }
        if (providers.size() < PROVIDERS.size()
                || !providers.subList(0, PROVIDERS.size()).equals(PROVIDERS)) {
            throw new PackagingException(
                    file.getFileName() + ": expected the providers " + PROVIDERS + " first, got " + providers);
        }
        Files.write(file, lines);
    }
}
