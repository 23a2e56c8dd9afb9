package io.edgepix.viewerrequest.js;

import io.edgepix.viewerrequest.rule.RuleRequest;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/** Reads {@code clients.txt}. The head of the file describes its lines. */
final class ClientTable {
    private static final List<String> CONFIGS = List.of("{}", "{\"avif\":true}");
    private static final List<String> KEYS = List.of("cat.jpg", "cat.png", "cat.gif");
    private static final Pattern COLUMN = Pattern.compile("\\s*\\|\\s*");
    private static final Pattern WORD = Pattern.compile(" ");
    private static final Set<String> FORMATS = Set.of("jpeg", "png", "gif", "webp", "animated-webp", "avif");

    /**
     * A client.
     *
     * @param decodes the tokens of the formats, and {@code animated-webp}
     * @param expected the formats for each of three keys, first without AVIF on offer, then with it
     * @param sources keys of the sources in the head of the file
     */
    record Client(
            String name,
            String userAgent,
            String accept,
            Set<String> decodes,
            List<String> expected,
            List<String> sources) {
        /** Returns the requests of the client, one for each expected format. */
        List<RuleCase> cases() {
            List<RuleCase> cases = new ArrayList<>();
            for (String config : CONFIGS) {
                for (String key : KEYS) {
                    cases.add(new RuleCase(
                            name + ", " + key,
                            config,
                            new RuleRequest("GET", "/" + key, "d=200x200", accept, userAgent)));
                }
            }
            return cases;
        }

        /** Returns the expected paths, in the order of {@link #cases}. */
        List<String> paths() {
            List<String> paths = new ArrayList<>();
            for (int i = 0; i < expected.size(); i++) {
                paths.add("/200x200/" + expected.get(i) + "/" + KEYS.get(i % KEYS.size()));
            }
            return paths;
        }

        /** Returns whether the client can decode the derivative of a decision. */
        boolean shows(String decision) {
            String format = decision.split("/", -1)[2];
            return decodes.contains(format.equals("webp") && decision.endsWith(".gif") ? "animated-webp" : format);
        }
    }

    private ClientTable() {}

    static List<Client> read() {
        Set<String> sources = new HashSet<>();
        List<Client> clients = new ArrayList<>();
        for (String line : lines()) {
            if (line.startsWith("#   [")) {
                sources.add(line.substring(4, line.indexOf(']') + 1));
            } else if (!line.isBlank() && !line.startsWith("#") && !line.startsWith("==")) {
                clients.add(client(line));
            }
        }
        for (Client client : clients) {
            check(client, sources.containsAll(client.sources()), "a source that is missing in the head of the file");
            check(client, FORMATS.containsAll(client.decodes()), "an unknown format");
            check(client, client.expected().size() == CONFIGS.size() * KEYS.size(), "too few or too many results");
        }
        return clients;
    }

    private static Client client(String line) {
        List<String> columns = COLUMN.splitAsStream(line).toList();
        if (columns.size() != 7) {
            throw new IllegalStateException("clients.txt: expected seven columns, got: " + line);
        }
        return new Client(
                columns.get(0),
                columns.get(1),
                columns.get(2),
                Set.copyOf(words(columns.get(3)).toList()),
                Stream.concat(words(columns.get(4)), words(columns.get(5))).toList(),
                words(columns.get(6)).toList());
    }

    private static Stream<String> words(String column) {
        return WORD.splitAsStream(column);
    }

    private static void check(Client client, boolean right, String what) {
        if (!right) {
            throw new IllegalStateException("clients.txt: " + client.name() + ": " + what);
        }
    }

    private static List<String> lines() {
        try (InputStream in = Objects.requireNonNull(ClientTable.class.getResourceAsStream("/clients.txt"))) {
            return new String(in.readAllBytes(), StandardCharsets.UTF_8).lines().toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
