package io.edgepix.localedge.function;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import io.edgepix.localedge.behaviour.Behaviour;
import io.edgepix.localedge.http.Answer;
import io.edgepix.localedge.http.EdgeFailureException;
import io.edgepix.localedge.http.Headers;
import io.edgepix.localedge.http.ViewerRequest;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CopyOnWriteArrayList;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Tests CloudFront Functions against the limits of their runtime and of CloudFront. */
class ViewerCodeCallTest {
    private final List<String> log = new CopyOnWriteArrayList<>();

    private static ViewerRequest viewer(String uri, String query) {
        Headers headers =
                new Headers().add("Host", "localhost").add("Accept", "a/a").add("Accept", "b/b");
        return new ViewerRequest("id", "192.0.2.1", "GET", uri, query, headers);
    }

    private ViewerCodeCall.Result request(String body, String uri, String query) throws EdgeFailureException {
        String code = "import cf from 'cloudfront';\nfunction handler(event) {" + body + "}";
        try (FunctionProcess process =
                FunctionProcess.start(new Behaviour.ViewerCode(Optional.of(code), Optional.empty()), log::add)) {
            return new ViewerCodeCall(process).request(viewer(uri, query));
        }
    }

    private Answer response(String body, Answer answer) throws EdgeFailureException {
        String code = "function handler(event) {" + body + "}";
        try (FunctionProcess process =
                FunctionProcess.start(new Behaviour.ViewerCode(Optional.empty(), Optional.of(code)), log::add)) {
            return new ViewerCodeCall(process).response(viewer("/cat.jpg", ""), answer);
        }
    }

    private static Answer picture() {
        Headers headers = new Headers().add("Content-Type", "image/webp").add("Content-Length", "3");
        return new Answer(200, "OK", headers, new byte[] {1, 2, 3});
    }

    @Test
    void aRequest_thatAFunctionChanges_continuesSo() throws Exception {
        ViewerCodeCall.Result result =
                request("event.request.uri = '/200x/webp/cat.jpg'; return event.request;", "/cat.jpg", "");

        assertThat(result.isResponse()).isFalse();
        assertThat(result.value().get("uri").getAsString()).isEqualTo("/200x/webp/cat.jpg");
        assertThat(result.selectedOrigin()).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "a=1", "a", "a=1&a=2&b=%20x", "d=200x200&f=webp"})
    void aQuery_passesAFunctionUnchanged(String query) throws Exception {
        ViewerCodeCall.Result result = request("return event.request;", "/cat.jpg", query);

        assertThat(result.value().get("querystring").getAsString()).isEqualTo(query);
    }

    @Test
    void anOrigin_thatAFunctionSelects_isKnownForThatRequestOnly() throws Exception {
        String code = "import cf from 'cloudfront';\nfunction handler(event) {"
                + "if (event.request.uri == '/a') cf.selectRequestOriginById('render'); return event.request;}";
        try (FunctionProcess process =
                FunctionProcess.start(new Behaviour.ViewerCode(Optional.of(code), Optional.empty()), log::add)) {
            ViewerCodeCall call = new ViewerCodeCall(process);

            assertThat(call.request(viewer("/a", "")).selectedOrigin()).contains("render");
            assertThat(call.request(viewer("/b", "")).selectedOrigin()).isEmpty();
        }
    }

    @Test
    void anAnswer_ofAFunction_isConverted() throws Exception {
        ViewerCodeCall.Result result = request(
                "return {statusCode: 400, statusDescription: 'Bad Request', headers: {'content-type': {value: 'text/plain'}},"
                        + " body: {encoding: 'text', data: 'No.'}};",
                "/cat.jpg",
                "");

        assertThat(result.isResponse()).isTrue();
        Answer answer = Results.toAnswer(result.value(), null);
        assertThat(answer.status()).isEqualTo(400);
        assertThat(answer.headers().get("content-type")).contains("text/plain");
        assertThat(answer.body()).asString().isEqualTo("No.");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "event.request.headers.host = {value: 'x'}; return event.request;     | read-only-header",
                "delete event.request.headers.host; return event.request;             | read-only-header",
                "event.request.headers['x-cache'] = {value: 'x'}; return event.request; | disallowed-header",
                "event.request.headers['X-New'] = {value: 'x'}; return event.request; | header-shape",
                "event.request.uri = 'cat.jpg'; return event.request;                 | uri",
                "event.request.uri = '/a?b'; return event.request;                    | uri",
                "event.request.method = 'POST'; return event.request;                 | read-only-field",
                "return {statusCode: 99, headers: {}};                                | status",
                "return {statusCode: 200, body: 'x'.repeat(41000)};                   | response-size",
                "return 'text';                                                       | result-shape"
            })
    void aResult_thatCloudFrontRefuses_isA502(String body, String rule) {
        assertThatExceptionOfType(EdgeFailureException.class)
                .isThrownBy(() -> request(body, "/cat.jpg", ""))
                .satisfies(e -> assertThat(e.status()).isEqualTo(502))
                .satisfies(e -> assertThat(e.logLine()).startsWith("edge rule broken: " + rule + ": "));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "throw new Error('boom');",
                "return new Map();",
                "return fetch('http://localhost');",
                "return require('fs');",
                "return process.env;",
                "return eval('1');",
                "return setTimeout(() => 1, 1);",
                "while (true) {}"
            })
    void aFunction_thatFails_isA503(String body) {
        assertThatExceptionOfType(EdgeFailureException.class)
                .isThrownBy(() -> request(body, "/cat.jpg", ""))
                .satisfies(e -> assertThat(e.status()).isEqualTo(503))
                .satisfies(e -> assertThat(e.logLine()).startsWith("edge function failed: viewer-request: "));
    }

    @Test
    void aResponse_thatAFunctionChanges_keepsItsBody() throws Exception {
        Answer answer = response(
                "event.response.headers.vary = {value: 'Accept'}; delete event.response.headers['content-type'];"
                        + " return event.response;",
                picture());

        assertThat(answer.status()).isEqualTo(200);
        assertThat(answer.headers().get("vary")).contains("Accept");
        assertThat(answer.headers().get("content-type")).isEmpty();
        assertThat(answer.body()).containsExactly(1, 2, 3);
    }

    @Test
    void anError_isNotShownToAFunction() throws Exception {
        Answer error = Answer.text(404, "Missing.");

        assertThat(response("throw new Error('called');", error)).isSameAs(error);
    }

    @Test
    void aResponse_whoseLengthAFunctionChanges_isA502() {
        assertThatExceptionOfType(EdgeFailureException.class)
                .isThrownBy(() -> response(
                        "event.response.headers['content-length'] = {value: '1'}; return event.response;", picture()))
                .satisfies(e -> assertThat(e.logLine()).contains("read-only-header"));
    }
}
