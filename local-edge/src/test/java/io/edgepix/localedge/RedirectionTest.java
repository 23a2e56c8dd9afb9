package io.edgepix.localedge;

import static org.assertj.core.api.Assertions.assertThat;

import io.edgepix.cloudformation.Template;
import io.edgepix.configuration.Config;
import io.edgepix.configuration.ConfigReader;
import io.edgepix.configuration.JdkHmac;
import io.edgepix.derivation.DerivationLog;
import io.edgepix.derivative.Format;
import io.edgepix.imaging.Renderer;
import io.edgepix.imaging.model.Dimensions;
import io.edgepix.imaging.model.Notice;
import io.edgepix.imaging.model.RenderRequest;
import io.edgepix.originresponse.OriginResponseHandler;
import io.edgepix.viewerrequest.ViewerRequestHandler;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.function.Consumer;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/**
 * Tests redirections to derivatives that are too large for an answer. The cache policy is the managed one of flat-rate
 * plans. Its minimum TTL keeps even an answer with {@code no-store} for a second.
 */
class RedirectionTest extends TemplateFixture {
    /** The policy {@code CachingOptimizedForUncompressedObjects}. */
    private static final String MANAGED = "b2884449-e4de-46a7-ac36-70bc7f1ddd6d";

    private static final int BYTES = 1_000_000;
    private static final String PATH = "/200x/webp/cat.jpg";
    private static final String COPY = "/~stored" + PATH;

    /** Renders derivatives that are too large for an answer. */
    private static final class HeavyRenderer implements Renderer {
        @Override
        public Set<Format> writes() {
            return Set.of(Format.values());
        }

        @Override
        public Dimensions dimensions(byte[] original) {
            return new Dimensions(300, 200);
        }

        @Override
        public List<byte[]> renderAll(byte[] original, List<RenderRequest> requests, Consumer<Notice> notices) {
            return List.of(new byte[BYTES]);
        }
    }

    @BeforeEach
    void openEdgeThatKeepsEverythingForASecond() throws Exception {
        String policy = Template.edgepix()
                .text()
                .lines()
                .map(String::strip)
                .filter(line -> line.startsWith("CachePolicyId:"))
                .findFirst()
                .orElseThrow();
        reopen(policy, "CachePolicyId: " + MANAGED);
        Config config = ConfigReader.defaults();
        viewerFunction = new ViewerRequestHandler(config.offer(), new JdkHmac())::handleJson;
        originFunction = new OriginResponseHandler(
                config, bucket.stores(), new HeavyRenderer(), new DerivationLog(line -> {}))::handleJson;
        put("cat.jpg", "picture");
    }

    private Path file(String path) {
        return folder.resolve("pictures").resolve(path.substring(1));
    }

    /** Returns the paths that a viewer asks for, from the given one to the first that is not a redirection. */
    private List<String> follow(String path) throws Exception {
        List<String> paths = new ArrayList<>(List.of(path));
        HttpResponse<String> response = get(path);
        while (response.statusCode() == 302 && paths.size() < 10) {
            paths.add(response.headers().firstValue("location").orElseThrow());
            response = get(paths.getLast());
        }
        assertThat(response.statusCode()).as(paths::toString).isEqualTo(200);
        assertThat(response.body()).hasSize(BYTES);
        return paths;
    }

    @Test
    void aLargeDerivative_inTheFirstSecond_isRedirectedToOnce() throws Exception {
        assertThat(follow(PATH)).containsExactly(PATH, COPY);
        assertThat(follow(PATH)).as("from the cache").containsExactly(PATH, COPY);

        HttpResponse<String> cached = get(PATH);
        assertThat(xCache(cached)).isEqualTo("Hit from edgepix");
        assertThat(cached.statusCode()).isEqualTo(302);
        assertThat(cached.headers().firstValue("cache-control")).hasValue("no-store");
    }

    @Test
    void aLargeDerivative_afterASecond_comesFromS3() throws Exception {
        follow(PATH);
        passSeconds(1);

        assertThat(follow(PATH)).containsExactly(PATH);
    }

    /** Shows that the policy does what the copies are for: a redirection to its own path is repeated for a second. */
    @Test
    void aRedirectionToItsOwnPath_wouldLoopForASecond() throws Exception {
        originFunction = editing(response -> {
            if (response.get("status").getAsString().equals("404")) {
                response.addProperty("status", "302");
                header(response, "location", PATH);
                return header(response, "cache-control", "no-store");
            }
            return response;
        });
        assertThat(get(PATH).statusCode()).isEqualTo(302);
        put(PATH.substring(1), "derivative");

        assertThat(get(PATH).statusCode()).isEqualTo(302);
        passSeconds(1);
        assertThat(get(PATH).statusCode()).isEqualTo(200);
    }

    @Test
    void aCopyThatExpired_redirectsToTheDerivative() throws Exception {
        follow(PATH);
        Files.delete(file(COPY));
        passSeconds(120);

        assertThat(follow(COPY)).containsExactly(COPY, PATH);
    }

    @Test
    void aCopyThatExpiredWithItsDerivative_isRenderedAgain() throws Exception {
        follow(PATH);
        Files.delete(file(COPY));
        Files.delete(file(PATH));
        passSeconds(120);

        assertThat(follow(COPY)).containsExactly(COPY, PATH);
    }

    /** The pair has no larger function, but a link may have been copied from a stack that has one. */
    @Test
    void aPathForALargerFunction_redirectsToTheDerivative() throws Exception {
        assertThat(follow("/~big" + PATH)).containsExactly("/~big" + PATH, PATH, COPY);
    }
}
