package io.edgepix.packaging;

import io.edgepix.localedge.lambda.ChildServer;
import io.edgepix.originresponse.child.Frame;
import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.nio.channels.Channels;
import java.nio.channels.SocketChannel;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;

/** The packaged program, run as the launcher runs it. It must end by itself: Java records only then. */
final class TrainingChild implements AutoCloseable {
    private static final Duration START_WAIT = Duration.ofMinutes(1);
    private static final Duration WHOLE_WAIT = Duration.ofMinutes(4);

    private final Process process;
    private final SocketChannel channel;
    private final DataInputStream in;
    private final DataOutputStream out;

    private TrainingChild(Process process, SocketChannel channel) {
        this.process = process;
        this.channel = channel;
        this.in = new DataInputStream(Channels.newInputStream(channel));
        this.out = new DataOutputStream(Channels.newOutputStream(channel));
    }

    static TrainingChild start(
            JavaCommand java, List<String> flags, Path config, Map<String, String> environment, Path socket, Path log)
            throws IOException {
        try (ChildServer server = ChildServer.listen(socket)) {
            ProcessBuilder builder =
                    new ProcessBuilder(java.with(flags, List.of(socket.toString(), config.toString())));
            builder.environment().clear();
            builder.environment().putAll(environment);
            Process process = builder.redirectErrorStream(true)
                    .redirectOutput(log.toFile())
                    .start();
            CompletableFuture.delayedExecutor(WHOLE_WAIT.toSeconds(), TimeUnit.SECONDS)
                    .execute(process::destroyForcibly);
            return new TrainingChild(process, server.accept(process, START_WAIT));
        }
    }

    Frame ask(String event) throws IOException {
        new Frame(event).write(out);
        return Frame.read(in).orElseThrow(() -> new PackagingException("the program ended during its training"));
    }

    void finish(long time, TimeUnit unit) throws IOException {
        channel.close();
        Processes.await(process, time, unit, "the training run");
    }

    @Override
    public void close() {
        process.destroyForcibly();
    }
}
