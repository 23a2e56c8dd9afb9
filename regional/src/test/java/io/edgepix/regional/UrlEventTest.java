package io.edgepix.regional;

import static java.nio.charset.StandardCharsets.US_ASCII;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.amazonaws.services.lambda.runtime.events.APIGatewayV2HTTPEvent;
import com.amazonaws.services.lambda.runtime.events.APIGatewayV2HTTPResponse;
import io.edgepix.derivation.answer.Answer;
import io.edgepix.derivation.answer.AnswerRequest;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

/** Tests the events and responses of a function URL. */
class UrlEventTest {
    @Test
    void request_ofAnEvent_hasItsMethodPathAndCondition() {
        assertThat(UrlEvent.request(event("HEAD", "/a b.jpg", Map.of("If-None-Match", "\"e\""))))
                .isEqualTo(new AnswerRequest("HEAD", "/a%20b.jpg", Optional.of("\"e\"")));
        assertThat(UrlEvent.request(event("GET", "/a.jpg", null)))
                .isEqualTo(new AnswerRequest("GET", "/a.jpg", Optional.empty()));
    }

    @Test
    void request_ofAnotherEvent_isRefused() {
        assertThatThrownBy(() -> UrlEvent.request(new APIGatewayV2HTTPEvent()))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageStartingWith("expected an event of a function URL");
    }

    @Test
    void response_withAPicture_isBase64() {
        APIGatewayV2HTTPResponse response = UrlEvent.response(
                new Answer(200, Map.of("content-type", "image/webp"), new Answer.Picture(new byte[] {0, -1})));

        assertThat(response.getStatusCode()).isEqualTo(200);
        assertThat(response.getIsBase64Encoded()).isTrue();
        assertThat(response.getBody()).isEqualTo("AP8=");
        assertThat(response.getHeaders()).containsExactly(Map.entry("content-type", "image/webp"));
    }

    @Test
    void response_withoutAContentType_isText() {
        APIGatewayV2HTTPResponse response =
                UrlEvent.response(new Answer(302, Map.of("Location", "/a"), new Answer.Text("")));

        assertThat(response.getBody()).isEmpty();
        assertThat(response.getIsBase64Encoded()).isFalse();
        assertThat(response.getHeaders())
                .containsEntry("Location", "/a")
                .containsEntry("Content-Type", "text/plain; charset=utf-8");
    }

    @Test
    void response_withoutABody_hasNone() {
        Answer answer = new Answer(304, Map.of("ETag", "\"e\""), new Answer.None());

        assertThat(UrlEvent.response(answer).getBody()).isNull();
    }

    @Test
    void response_ofTheLargestPicture_isBelowTheLimitOfLambda() {
        Answer answer = new Answer(200, Map.of(), new Answer.Picture(new byte[RegionalAnswers.MAX_PICTURE]));

        assertThat(UrlEvent.response(answer).getBody().getBytes(US_ASCII).length)
                .isLessThan(6 * 1024 * 1024 - 8192);
    }

    private static APIGatewayV2HTTPEvent event(String method, String path, @Nullable Map<String, String> headers) {
        return APIGatewayV2HTTPEvent.builder()
                .withRawPath(path)
                .withHeaders(headers)
                .withRequestContext(APIGatewayV2HTTPEvent.RequestContext.builder()
                        .withHttp(APIGatewayV2HTTPEvent.RequestContext.Http.builder()
                                .withMethod(method)
                                .build())
                        .build())
                .build();
    }
}
