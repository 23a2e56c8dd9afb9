package io.edgepix.localedge.lambda;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.io.InputStream;
import java.nio.ByteBuffer;
import java.nio.channels.SocketChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.TimeUnit;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

@Timeout(60)
class LambdaRuntimeTest {
    @TempDir
    @SuppressWarnings("NullAway.Init")
    private Path folder;

    @Test
    void theEdgeEndsInTheMiddleOfAnEvent_theRuntimeEndsToo() throws Exception {
        Path module = Files.writeString(folder.resolve("index.mjs"), """
                import { writeFileSync } from 'node:fs';
                export const handler = () => {
                  writeFileSync('begun', '');
                  return new Promise((resolve) => setTimeout(resolve, 50_000));
                };
                """);
        Path socket = folder.resolve("socket");
        try (ChildServer server = ChildServer.listen(socket)) {
            Process process = new ProcessBuilder("node", runtime().toString(), socket.toString(), module.toString())
                    .directory(folder.toFile())
                    .redirectErrorStream(true)
                    .redirectOutput(ProcessBuilder.Redirect.DISCARD)
                    .start();
            try (SocketChannel channel = server.accept(process, Duration.ofSeconds(20))) {
                channel.write(ByteBuffer.wrap("{}\n".getBytes(StandardCharsets.UTF_8)));
                while (!Files.exists(folder.resolve("begun"))) {
                    Thread.sleep(10);
                }
            }

            boolean ended = process.waitFor(20, TimeUnit.SECONDS);
            process.destroyForcibly();
            assertThat(ended).isTrue();
        }
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "async () => null                   | true",
                "async (event) => event             | true",
                "async (event, context) => event    | true",
                "(event, context, callback) => null | false"
            })
    void aHandlerWithACallback_isRefusedAsOnNode24(String handler, boolean loads) throws Exception {
        Files.writeString(folder.resolve("index.mjs"), "export const handler = " + handler + ";");

        ThrowingCallable start = () ->
                NodeProcess.start(folder, "index.mjs", Map.of(), line -> {}).close();

        if (loads) {
            assertThatCode(start).doesNotThrowAnyException();
        } else {
            assertThatThrownBy(start).isInstanceOf(IOException.class);
        }
    }

    private Path runtime() throws IOException {
        Path file = folder.resolve("lambda-runtime.mjs");
        try (InputStream in = Objects.requireNonNull(NodeProcess.class.getResourceAsStream("lambda-runtime.mjs"))) {
            Files.copy(in, file);
        }
        return file;
    }
}
