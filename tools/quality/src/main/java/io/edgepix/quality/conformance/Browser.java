package io.edgepix.quality.conformance;

import com.google.gson.JsonObject;
import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import io.edgepix.comparison.picture.Pixels;
import io.edgepix.localedge.lambda.Folders;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Objects;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.jspecify.annotations.Nullable;

/**
 * A Chromium without a window. It opens a page that requests originals from this program over HTTP, draws each on a
 * canvas, and sends back the pixels. A browser that hangs or ends is replaced. It draws one original at a time.
 */
final class Browser implements AutoCloseable {
    /** The largest drawing. Transferring it needs the same memory again. */
    static final int MAX_PIXELS = 25_000_000;

    private static final Duration LIMIT = Duration.ofSeconds(30);
    private static final int POLL_SECONDS = 5;
    private static final int OK = 200;
    private static final int NO_CONTENT = 204;
    private static final int NOT_FOUND = 404;

    /**
     * The drawing of an original.
     *
     * @param naturalWidth width of the upright original in the browser
     * @param naturalHeight height of the upright original in the browser
     */
    record Drawing(Pixels pixels, int naturalWidth, int naturalHeight) {}

    private record Job(int id, HttpOriginal original, int width, int height, CompletableFuture<Drawing> drawing) {}

    private final Path executable;
    private final Path profile;
    private final byte[] page;
    private final HttpServer server;
    private final ExecutorService threads = Executors.newCachedThreadPool();
    private final BlockingQueue<Job> jobs = new LinkedBlockingQueue<>();
    private volatile @Nullable Job current;
    private @Nullable Process process;
    private int count;

    private Browser(Path executable, Path profile, byte[] page, HttpServer server) {
        this.executable = executable;
        this.profile = profile;
        this.page = page;
        this.server = server;
    }

    /** Creates a browser, which starts with the first drawing. */
    static Browser of(Path executable, Path peer) throws IOException {
        HttpServer server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        Path profile = Files.createTempDirectory("edgepix-browser");
        Browser browser = new Browser(executable, profile, Files.readAllBytes(peer.resolve("browser.html")), server);
        server.setExecutor(browser.threads);
        server.createContext("/", browser::answer);
        server.start();
        return browser;
    }

    /**
     * Draws an original.
     *
     * @param width the width of the drawing, or 0 for that of the original
     * @param height the height of the drawing, or 0 for that of the original
     * @throws IOException if the browser cannot display it
     */
    synchronized Drawing draw(HttpOriginal original, int width, int height) throws IOException {
        if (process == null || !process.isAlive()) {
            process = start();
        }
        Job job = new Job(++count, original, width, height, new CompletableFuture<>());
        current = job;
        jobs.add(job);
        try {
            return job.drawing.get(LIMIT.toSeconds(), TimeUnit.SECONDS);
        } catch (ExecutionException e) {
            throw new IOException(Objects.requireNonNull(e.getCause()).getMessage(), e);
        } catch (TimeoutException e) {
            stop();
            throw new IOException("no answer from the browser within " + LIMIT.toSeconds() + " s", e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IOException("interrupted", e);
        } finally {
            current = null;
            jobs.clear();
        }
    }

    private Process start() throws IOException {
        String url = "http://127.0.0.1:" + server.getAddress().getPort() + "/";
        return new ProcessBuilder(Chromium.command(executable, profile, url))
                .redirectOutput(ProcessBuilder.Redirect.DISCARD)
                .redirectError(ProcessBuilder.Redirect.DISCARD)
                .start();
    }

    private void answer(HttpExchange exchange) throws IOException {
        try (exchange) {
            List<String> path =
                    List.of(exchange.getRequestURI().getPath().substring(1).split("/", -1));
            byte[] body = exchange.getRequestBody().readAllBytes();
            Job job = current;
            if (path.getFirst().isEmpty()) {
                exchange.getResponseHeaders().set("content-type", "text/html; charset=utf-8");
                send(exchange, OK, page);
            } else if (path.getFirst().equals("job")) {
                offer(exchange);
            } else if (job == null || path.size() < 2 || !path.get(1).equals(Integer.toString(job.id))) {
                send(exchange, NOT_FOUND, new byte[0]);
            } else {
                serve(exchange, job, path, body);
            }
        }
    }

    /** Answers with the next job, or with nothing if there is none yet. */
    private void offer(HttpExchange exchange) throws IOException {
        Job job;
        try {
            job = jobs.poll(POLL_SECONDS, TimeUnit.SECONDS);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            job = null;
        }
        if (job == null) {
            exchange.sendResponseHeaders(NO_CONTENT, -1);
            return;
        }
        JsonObject json = new JsonObject();
        json.addProperty("id", job.id);
        json.addProperty("width", job.width);
        json.addProperty("height", job.height);
        json.addProperty("maxPixels", MAX_PIXELS);
        send(exchange, OK, json.toString().getBytes(StandardCharsets.UTF_8));
    }

    private static void serve(HttpExchange exchange, Job job, List<String> path, byte[] body) throws IOException {
        switch (path.getFirst()) {
            case "original" -> {
                job.original.headers().forEach(exchange.getResponseHeaders()::set);
                send(exchange, OK, job.original.bytes());
            }
            case "pixels" -> {
                send(exchange, OK, new byte[0]);
                int[] sides = path.stream().skip(2).mapToInt(Integer::parseInt).toArray();
                job.drawing.complete(new Drawing(new Pixels(sides[0], sides[1], 4, body), sides[2], sides[3]));
            }
            default -> {
                send(exchange, OK, new byte[0]);
                job.drawing.completeExceptionally(new IOException(new String(body, StandardCharsets.UTF_8)));
            }
        }
    }

    private static void send(HttpExchange exchange, int status, byte[] body) throws IOException {
        exchange.sendResponseHeaders(status, body.length == 0 ? -1 : body.length);
        exchange.getResponseBody().write(body);
    }

    private void stop() {
        Process ended = process;
        process = null;
        if (ended != null) {
            List<ProcessHandle> children = ended.descendants().toList();
            ended.destroyForcibly();
            children.forEach(ProcessHandle::destroyForcibly);
            ended.onExit().join();
        }
    }

    @Override
    public synchronized void close() {
        stop();
        server.stop(0);
        threads.shutdownNow();
        try {
            Folders.delete(profile);
        } catch (IOException e) {
            // A browser process that ends slowly may still write into this temporary folder.
            System.err.println("dev: cannot delete " + profile + ": " + e.getMessage());
        }
    }
}
