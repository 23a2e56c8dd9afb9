package io.edgepix.regional;

import com.google.gson.JsonObject;
import io.edgepix.configuration.Config;
import io.edgepix.derivation.DerivationLog;
import io.edgepix.derivation.answer.Answer;
import io.edgepix.derivation.snapshot.PrimingPictures;
import io.edgepix.derivation.snapshot.PrimingServer;
import io.edgepix.derivation.snapshot.PrimingStore;
import io.edgepix.derivation.store.Store;
import io.edgepix.derivative.Focus;
import io.edgepix.derivative.Format;
import io.edgepix.derivative.Key;
import io.edgepix.derivative.PathGrammar;
import io.edgepix.derivative.Quality;
import io.edgepix.derivative.Size;
import io.edgepix.derivative.SizePolicy;
import io.edgepix.imaging.Renderer;
import io.edgepix.imaging.model.UnrenderableException;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Consumer;

/**
 * Answers events about originals in memory, then over HTTP, so that a snapshot has the native libraries, all classes, and compiled code.
 *
 * @param log receives the paths that cannot be answered
 */
record AnswerPriming(Config config, Renderer renderer, Consumer<String> log) {
    /** Less than the side of the pictures, so that they are reduced. */
    private static final int SIDE = 200;

    /**
     * Answers an event for each original in each format, and some over HTTP as to S3.
     *
     * @param rounds how often; Java compiles methods that run often
     * @return the number of derivatives of all rounds in memory
     */
    int run(int rounds) throws IOException, UnrenderableException {
        Map<String, byte[]> originals = PrimingPictures.all(renderer);
        PrimingStore memory = new PrimingStore(originals, new AtomicInteger());
        List<String> paths = paths(originals.keySet());
        answer(memory, false, paths, rounds);
        Map.Entry<String, byte[]> first = originals.entrySet().iterator().next();
        try (PrimingServer server = PrimingServer.start(first.getValue())) {
            answer(server.store(), true, paths(List.of(first.getKey())), rounds);
        }
        return memory.stored().get();
    }

    private void answer(Store store, boolean hasLarger, List<String> paths, int rounds) throws IOException {
        Environment environment = new Environment("", "", Environment.Role.FIRST, hasLarger, false, Path.of(""), false);
        RegionalAnswers answers = new RegionalAnswers(
                environment, config, renderer, () -> store, new DerivationLog(line -> {}), InstantSource.system());
        for (int round = 0; round < rounds; round++) {
            for (String path : paths) {
                Answer answer = answers.of(UrlEvent.request(EventJson.read(event(path))));
                EventJson.write(UrlEvent.response(answer), OutputStream.nullOutputStream());
                if (answer.status() != 200 && round == 0) {
                    log.accept("edgepix: priming: cannot render " + path);
                }
            }
        }
    }

    private List<String> paths(Iterable<String> originals) {
        PathGrammar grammar = new PathGrammar(config.offer());
        Size size = size(config.offer().sizes());
        List<String> paths = new ArrayList<>();
        for (String original : originals) {
            Key key = new Key(original);
            for (Format format : formats(key)) {
                paths.add(grammar.print(grammar.admit(
                        size.width(),
                        size.height(),
                        config.offer().defaultFit(),
                        Focus.CENTRE,
                        Quality.DEFAULT,
                        format,
                        key)));
            }
        }
        return paths;
    }

    private List<Format> formats(Key key) {
        Format own = key.extension().equals("jpg") ? Format.JPEG : Format.PNG;
        return config.offer().avif() ? List.of(Format.WEBP, own, Format.AVIF) : List.of(Format.WEBP, own);
    }

    private static Size size(SizePolicy sizes) {
        Size square = sizes.find(SIDE, SIDE);
        if (square != null) {
            return square;
        }
        return sizes.exact().isEmpty() ? sizes.admit(1, 1) : sizes.exact().getFirst();
    }

    private static InputStream event(String path) {
        JsonObject http = new JsonObject();
        http.addProperty("method", "GET");
        http.addProperty("path", path);
        JsonObject context = new JsonObject();
        context.add("http", http);
        JsonObject headers = new JsonObject();
        headers.addProperty("accept", "image/webp");
        JsonObject event = new JsonObject();
        event.addProperty("rawPath", path);
        event.add("headers", headers);
        event.add("requestContext", context);
        return new ByteArrayInputStream(event.toString().getBytes(StandardCharsets.UTF_8));
    }
}
