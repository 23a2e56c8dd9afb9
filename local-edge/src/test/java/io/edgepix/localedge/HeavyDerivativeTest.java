package io.edgepix.localedge;

import static io.edgepix.localedge.LocalDeploymentFixture.header;
import static org.assertj.core.api.Assertions.assertThat;

import io.edgepix.configuration.ConfigReader;
import io.edgepix.derivative.Format;
import io.edgepix.imaging.Renderer;
import io.edgepix.imaging.model.Dimensions;
import io.edgepix.imaging.model.Notice;
import io.edgepix.imaging.model.RenderRequest;
import io.edgepix.imaging.model.UnrenderableException;
import io.edgepix.localedge.behaviour.Behaviour;
import io.edgepix.localedge.behaviour.EventType;
import io.edgepix.localedge.bucket.LocalBucket;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Consumer;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Tests answers of the largest allowed size, and of one byte more. */
class HeavyDerivativeTest {
    private static final int LIMIT = EventType.ORIGIN_RESPONSE.maxGeneratedBytes();

    /** Renders derivatives of a given number of bytes. */
    private final class FixedLengthRenderer implements Renderer {
        private final Renderer real;

        private FixedLengthRenderer(Renderer real) {
            this.real = real;
        }

        @Override
        public Set<Format> writes() {
            return real.writes();
        }

        @Override
        public Dimensions dimensions(byte[] original) throws UnrenderableException {
            return real.dimensions(original);
        }

        @Override
        public List<byte[]> renderAll(byte[] original, List<RenderRequest> requests, Consumer<Notice> notices) {
            return List.of(new byte[derivativeBytes]);
        }
    }

    @TempDir
    Path folder;

    private int derivativeBytes;
    private int answerBytes;

    private Functions functions(LocalBucket bucket, Consumer<String> log) {
        Functions pair = Functions.ofClasses(ConfigReader.defaults(), bucket, log, FixedLengthRenderer::new);
        return pair.with(FunctionSource.of(Map.of(
                Behaviour.VIEWER_REQUEST_ZIP,
                pair.source().atTheEdge(Behaviour.VIEWER_REQUEST_ZIP),
                Behaviour.ORIGIN_RESPONSE_ZIP,
                event -> {
                    String answer = pair.source()
                            .atTheEdge(Behaviour.ORIGIN_RESPONSE_ZIP)
                            .invoke(event);
                    answerBytes = answer.getBytes(StandardCharsets.UTF_8).length;
                    return answer;
                })));
    }

    private HttpResponse<byte[]> ask(LocalDeploymentFixture edge, int bytes, int keyLength) {
        derivativeBytes = bytes;
        String key = "k".repeat(keyLength);
        edge.put(key, Pictures.jpeg(300, 200));
        return edge.get("/" + key + "?d=200x&f=webp");
    }

    @Test
    void aDerivative_atTheLimitAndOneByteOver_isAnsweredAndThenRedirectedTo() {
        try (LocalDeploymentFixture edge = new LocalDeploymentFixture(folder, new BucketFaults(), this::functions)) {
            ask(edge, 0, 1);
            int empty = answerBytes;
            int bytes = (LIMIT - empty) / 4 * 3;
            int left = LIMIT - empty - bytes / 3 * 4;

            for (int keyLength = left + 4; keyLength <= left + 5; keyLength++) {
                HttpResponse<byte[]> answered = ask(edge, bytes - 3, keyLength);

                assertThat(answered.statusCode()).isEqualTo(200);
                assertThat(answered.body()).hasSize(bytes - 3);
                assertThat(answerBytes).isEqualTo(LIMIT - left - 5 + keyLength);
            }
            HttpResponse<byte[]> sent = ask(edge, bytes - 3, left + 6);

            assertThat(sent.statusCode()).isEqualTo(302);
            assertThat(header(sent, "location")).startsWith("/~stored/200x/webp/k");
            assertThat(edge.get(header(sent, "location")).body()).hasSize(bytes - 3);
            assertThat(edge.log).noneMatch(line -> line.contains("rule broken"));
        }
    }
}
