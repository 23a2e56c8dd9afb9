package io.edgepix.viewerrequest.fuzz;

import com.google.gson.Gson;
import com.google.gson.JsonArray;
import com.google.gson.Strictness;
import com.google.gson.stream.JsonReader;
import io.edgepix.configuration.ConfigReader;
import io.edgepix.configuration.OfferWriter;
import io.edgepix.viewerrequest.rule.RuleRequest;
import java.io.BufferedWriter;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.OutputStreamWriter;
import java.io.UncheckedIOException;
import java.io.Writer;
import java.net.URISyntaxException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HexFormat;
import java.util.List;
import java.util.Objects;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.function.Supplier;

/** A process of Node.js that decides cases one after another. Only pending cases are kept in memory. */
final class NodeFuzz implements AutoCloseable {
    private static final int MAX_PENDING = 4096;
    private static final HexFormat HEX = HexFormat.of();

    /** A decision. If it is a path, {@code again} is the decision for that path. */
    record Answer(Case tested, String decision, String again) {}

    private final BlockingQueue<Case> pending = new LinkedBlockingQueue<>(MAX_PENDING);
    private final Process process;
    private final JsonReader answers;

    NodeFuzz(Path folder) throws IOException {
        Path rule = Path.of("target/js/rule.js").toAbsolutePath();
        Path offers = Files.writeString(folder.resolve("offers.json"), offers());
        process = new ProcessBuilder("node", script(), rule.toString(), offers.toString())
                .redirectError(ProcessBuilder.Redirect.INHERIT)
                .start();
        answers = new JsonReader(new InputStreamReader(process.getInputStream(), StandardCharsets.UTF_8));
        answers.setStrictness(Strictness.LENIENT);
    }

    private static String offers() {
        JsonArray offers = new JsonArray();
        ConfigModel.ALL.forEach(config ->
                offers.add(OfferWriter.write(ConfigReader.read(config.json()).offer())));
        return new Gson().toJson(offers);
    }

    private static String script() {
        try {
            return Path.of(Objects.requireNonNull(NodeFuzz.class.getResource("/fuzz.js"))
                            .toURI())
                    .toString();
        } catch (URISyntaxException e) {
            throw new IllegalStateException(e);
        }
    }

    /** Starts a thread that sends the cases. */
    void ask(Supplier<Case> cases, int count) {
        Thread.ofPlatform().daemon().start(() -> write(cases, count));
    }

    private void write(Supplier<Case> cases, int count) {
        try (Writer out = new BufferedWriter(
                new OutputStreamWriter(process.getOutputStream(), StandardCharsets.US_ASCII), 1 << 16)) {
            for (int i = 0; i < count; i++) {
                Case next = cases.get();
                pending.put(next);
                out.write(line(next));
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private static String line(Case next) {
        RuleRequest request = next.request();
        StringBuilder line = new StringBuilder("[").append(ConfigModel.ALL.indexOf(next.config()));
        List<String> keys = next.config().keys();
        append(line, keys.isEmpty() ? "" : keys.getLast());
        for (String argument : List.of(
                request.method(),
                request.uri(),
                request.querystring(),
                request.accept(),
                request.userAgent(),
                request.dpr(),
                request.width(),
                request.saveData(),
                request.now())) {
            append(line, argument);
        }
        return line.append("]\n").toString();
    }

    /** Appends a JSON string in ASCII, which can contain half of a surrogate pair. */
    private static void append(StringBuilder line, String text) {
        line.append(",\"");
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            if (c >= ' ' && c < 0x7F && c != '"' && c != '\\') {
                line.append(c);
            } else {
                line.append("\\u").append(HEX.toHexDigits(c));
            }
        }
        line.append('"');
    }

    /** Returns the next answer. An exception in JavaScript becomes an {@link IllegalStateException}. */
    Answer next() throws IOException, InterruptedException {
        answers.beginArray();
        String decision = answers.nextString();
        Case of = pending.take();
        if (!answers.hasNext()) {
            throw new IllegalStateException("rule.js throws " + decision + " for " + of);
        }
        Answer answer = new Answer(of, decision, answers.nextString());
        answers.endArray();
        return answer;
    }

    @Override
    public void close() {
        process.destroyForcibly();
    }
}
