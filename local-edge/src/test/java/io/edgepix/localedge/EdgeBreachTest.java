package io.edgepix.localedge;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.http.HttpResponse;
import org.junit.jupiter.api.Test;

/** Tests the answers to viewers if a function breaks a rule of CloudFront. */
class EdgeBreachTest extends EdgeFixture {
    @Test
    void originBreach_is502NamedInTheLogNotCachedAndTheNextWorks() throws Exception {
        put("cat.jpg", "picture");
        originFunction = editing(response -> {
            response.getAsJsonObject("headers").remove("via");
            return response;
        });

        HttpResponse<String> broken = get("/cat.jpg");
        originFunction = event -> response(event).toString();

        assertThat(broken.statusCode()).isEqualTo(502);
        assertThat(broken.body()).isEqualTo("The function's result was invalid: read-only-header.\n");
        assertThat(faultLines).containsExactly("edge rule broken: read-only-header: origin-response changed via");
        assertThat(get("/cat.jpg").body()).isEqualTo("picture");
    }

    @Test
    void viewerBreach_is502AndReachesNeitherCacheNorOrigin() throws Exception {
        viewerFunction = event -> {
            var request = request(event);
            request.addProperty("uri", "/a?b");
            return request.toString();
        };

        HttpResponse<String> broken = get("/cat.jpg");

        assertThat(broken.statusCode()).isEqualTo(502);
        assertThat(faultLines).containsExactly("edge rule broken: uri: viewer-request returned a uri with a query");
        assertThat(originEvents).isEmpty();
    }
}
