package io.edgepix.regional;

import com.amazonaws.services.lambda.runtime.events.APIGatewayV2HTTPEvent;
import com.amazonaws.services.lambda.runtime.events.APIGatewayV2HTTPResponse;
import io.edgepix.derivation.answer.Answer;
import io.edgepix.derivation.answer.AnswerRequest;
import java.util.Base64;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;

/** Converts events and responses of a function URL (payload format 2.0). */
final class UrlEvent {
    private static final String CONTENT_TYPE = "Content-Type";

    private UrlEvent() {}

    /**
     * Returns the request in an event.
     *
     * @throws IllegalArgumentException if it is not an event of a function URL
     */
    static AnswerRequest request(APIGatewayV2HTTPEvent event) {
        if (event.getRawPath() == null
                || event.getRequestContext() == null
                || event.getRequestContext().getHttp() == null
                || event.getRequestContext().getHttp().getMethod() == null) {
            throw new IllegalArgumentException(
                    "expected an event of a function URL with rawPath and requestContext.http.method, got " + event);
        }
        return new AnswerRequest(
                event.getRequestContext().getHttp().getMethod(),
                RawPath.encoded(event.getRawPath()),
                header(event, "if-none-match"));
    }

    private static Optional<String> header(APIGatewayV2HTTPEvent event, String name) {
        return event.getHeaders() == null
                ? Optional.empty()
                : event.getHeaders().entrySet().stream()
                        .filter(header -> header.getKey().equalsIgnoreCase(name) && header.getValue() != null)
                        .map(Map.Entry::getValue)
                        .findFirst();
    }

    /** Returns the response with an answer. Without a content type, Lambda would call the body JSON. */
    static APIGatewayV2HTTPResponse response(Answer answer) {
        Map<String, String> headers = new LinkedHashMap<>(answer.headers());
        if (!answer.headers().containsKey(CONTENT_TYPE)) {
            headers.put(CONTENT_TYPE, "text/plain; charset=utf-8");
        }
        APIGatewayV2HTTPResponse.APIGatewayV2HTTPResponseBuilder response = APIGatewayV2HTTPResponse.builder()
                .withStatusCode(answer.status())
                .withHeaders(headers);
        return switch (answer.body()) {
            case Answer.Picture(byte[] bytes) ->
                response.withBody(Base64.getEncoder().encodeToString(bytes))
                        .withIsBase64Encoded(true)
                        .build();
            case Answer.Text(String text) -> response.withBody(text).build();
            case Answer.None() -> response.build();
        };
    }
}
