package io.edgepix.localedge;

import static org.assertj.core.api.Assertions.assertThat;

import io.edgepix.configuration.Config;
import io.edgepix.configuration.ConfigReader;
import io.edgepix.configuration.JdkHmac;
import io.edgepix.derivation.ConfiguredLimits;
import io.edgepix.derivation.DerivationLog;
import io.edgepix.imaging.Renderers;
import io.edgepix.originresponse.OriginResponseHandler;
import io.edgepix.viewerrequest.ViewerRequestHandler;
import java.net.http.HttpResponse;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/**
 * Tests that viewers cannot list the bucket. S3 lists it at its root for an identity that may list. Each of three measures
 * prevents this on its own.
 */
class ListingTest extends TemplateFixture {
    private static final String ROOT_OBJECT = "        DefaultRootObject: index.html\n";

    /** Without any of the measures there is a listing. Otherwise the other tests could not fail. */
    @ParameterizedTest
    @ValueSource(strings = {"/", "/?prefix=a"})
    void root_withoutFunctionAndRootObject_isAListing(String target) throws Exception {
        put("cat.jpg", "picture");
        reopen(ROOT_OBJECT, "");

        HttpResponse<String> response = get(target);

        assertThat(response.statusCode()).isEqualTo(200);
        assertThat(response.body()).contains("<Key>cat.jpg</Key>");
        assertThat(send("HEAD", target).statusCode()).isEqualTo(200);
    }

    @Test
    void root_ifTheIdentityMayNotList_isA403() throws Exception {
        put("cat.jpg", "picture");
        reopenWithoutListing();

        assertThat(get("/").statusCode()).isEqualTo(403);
        assertThat(get("/").body()).doesNotContain("cat.jpg");
    }

    private void reopenWithoutListing() {
        reopen(
                ROOT_OBJECT,
                "",
                "s3:ListBucket\n              Resource: !GetAtt",
                "s3:ListAllMyBuckets\n              Resource: !GetAtt");
    }

    @ParameterizedTest
    @ValueSource(strings = {"/", "//", "/.", "/%2F", "/..", "/../", "/%2e%2e/", "/?list-type=2"})
    void viewerRequest_aloneRefusesIt(String target) throws Exception {
        put("cat.jpg", "picture");
        reopen(ROOT_OBJECT, "");
        Config config = ConfigReader.defaults();
        viewerFunction = new ViewerRequestHandler(config.offer(), new JdkHmac())::handleJson;

        for (String method : new String[] {"GET", "HEAD"}) {
            String answer = RawHttp.send(
                    edge.port(), method + " " + target + " HTTP/1.1\r\nHost: x\r\nConnection: close\r\n\r\n");
            assertThat(RawHttp.status(answer)).as(answer).isEqualTo(400);
            assertThat(answer).doesNotContain("cat.jpg");
        }
        assertThat(originEvents).isEmpty();
    }

    @Test
    void theRootObject_onItsOwn_preventsTheListing() throws Exception {
        put("cat.jpg", "picture");

        assertThat(get("/").statusCode()).isEqualTo(404);
        assertThat(get("/").body()).doesNotContain("cat.jpg");
        assertThat(send("HEAD", "/").statusCode()).isEqualTo(404);
        assertThat(originEvents)
                .allSatisfy(cf -> assertThat(
                                cf.getAsJsonObject("request").get("uri").getAsString())
                        .isEqualTo("/index.html"));
    }

    @Test
    void theRootObject_ifThereIsOne_isServed() throws Exception {
        put("index.html", "hello");

        assertThat(get("/").body()).isEqualTo("hello");
    }

    @Test
    void originResponse_aloneRefusesIt() throws Exception {
        put("cat.jpg", "picture");
        reopen(ROOT_OBJECT, "");
        originFunction = new OriginResponseHandler(
                ConfigReader.defaults(),
                bucket.stores(),
                Renderers.best(ConfiguredLimits.of(ConfigReader.defaults())),
                new DerivationLog(line -> {}))::handleJson;

        HttpResponse<String> response = get("/");

        assertThat(response.statusCode()).isEqualTo(400);
        assertThat(response.body()).isEqualTo("The URL does not name a picture.\n");
        assertThat(send("HEAD", "/").statusCode()).isEqualTo(400);
        assertThat(get("/cat.jpg").body()).isEqualTo("picture");
    }
}
