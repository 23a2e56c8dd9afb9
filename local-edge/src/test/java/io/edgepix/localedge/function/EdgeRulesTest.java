package io.edgepix.localedge.function;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import com.google.gson.JsonObject;
import com.google.gson.JsonParser;
import io.edgepix.localedge.http.Headers;
import java.util.Base64;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Tests every rule with results that obey it and that break it. */
class EdgeRulesTest {
    private static final String REQUEST = """
            {"clientIp":"127.0.0.1","method":"GET","uri":"/a.jpg","querystring":"d=1","headers":{
              "host":[{"key":"Host","value":"h"}], "via":[{"key":"Via","value":"v"}],
              "x-real-ip":[{"key":"X-Real-IP","value":"1.2.3.4"}]}}
            """;
    private static final String RESPONSE = """
            {"status":"404","statusDescription":"Not Found","headers":{
              "via":[{"key":"Via","value":"v"}],
              "transfer-encoding":[{"key":"Transfer-Encoding","value":"chunked"}]}}
            """;

    @Test
    void unchangedMessages_keepEveryRule() {
        assertThatCode(() -> EdgeRules.ofViewerRequest(json(REQUEST), REQUEST)).doesNotThrowAnyException();
        assertThatCode(() -> EdgeRules.ofOriginResponse(json(RESPONSE), RESPONSE))
                .doesNotThrowAnyException();
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "null", "[]", "\"x\"", "1", "{", "{} {}", "not json", "{'a':1}"})
    void result_noObject_breaksResultShape(String result) {
        assertThat(viewerBreach(result)).isEqualTo("result-shape");
        assertThat(originBreach(result)).isEqualTo("result-shape");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "200",
                "\"199\"",
                "\"600\"",
                "\"99\"",
                "\"2000\"",
                "\"abc\"",
                "\"\"",
                "null",
                "\"+200\"",
                "\"٢٠٠\""
            })
    void status_notAStringOf200To599_breaksStatus(String status) {
        assertThat(originBreach(RESPONSE.replace("\"404\"", status))).isEqualTo("status");
    }

    @Test
    void status_missing_breaksStatus() {
        assertThat(originBreach(RESPONSE.replace("\"status\"", "\"state\""))).isEqualTo("status");
    }

    @ParameterizedTest
    @ValueSource(strings = {"200", "599"})
    void status_atItsLimits_keepsIt(String status) {
        assertThat(originBreach(RESPONSE.replace("404", status))).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(strings = {"5", "\"two\\r\\nlines\"", "[]"})
    void statusDescription_odd_breaksIt(String text) {
        assertThat(originBreach(RESPONSE.replace("\"Not Found\"", text))).isEqualTo("status-description");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "\"X-A\":[{\"key\":\"X-A\",\"value\":\"1\"}]",
                "\"x a\":[{\"key\":\"x a\",\"value\":\"1\"}]",
                "\"\":[{\"key\":\"\",\"value\":\"1\"}]",
                "\"x-a\":{\"key\":\"X-A\",\"value\":\"1\"}",
                "\"x-a\":\"1\"",
                "\"x-a\":[\"1\"]",
                "\"x-a\":[{\"key\":\"X-A\"}]",
                "\"x-a\":[{\"key\":\"X-A\",\"value\":1}]",
                "\"x-a\":[{\"key\":\"X-A\",\"value\":null}]",
                "\"x-a\":[{\"key\":\"X-B\",\"value\":\"1\"}]",
                "\"x-a\":[{\"key\":5,\"value\":\"1\"}]",
                "\"x-a\":[{\"key\":\"X-A\",\"value\":\"1\\r\\nSet-Cookie: a\"}]",
                "\"x-a\":[{\"key\":\"X-A\",\"value\":\"1\\n\"}]"
            })
    void header_misshapen_breaksHeaderShape(String header) {
        assertThat(originBreach(with(RESPONSE, header))).isEqualTo("header-shape");
        assertThat(viewerBreach(with(REQUEST, header))).isEqualTo("header-shape");
    }

    @Test
    void headers_noObject_breakHeaderShape() {
        assertThat(originBreach("{\"status\":\"200\",\"headers\":[]}")).isEqualTo("header-shape");
    }

    @Test
    void header_keyOfOtherCase_keepsHeaderShape() {
        assertThat(originBreach(with(RESPONSE, "\"x-a\":[{\"key\":\"X-a\",\"value\":\"1\"}]")))
                .isEmpty();
    }

    @ParameterizedTest
    @ValueSource(strings = {"via", "transfer-encoding"})
    void originResponse_readOnlyHeaderDeletedChangedOrAdded_breaksIt(String name) {
        assertThat(originBreach(without(RESPONSE, name))).isEqualTo("read-only-header");
        assertThat(originBreach(changed(RESPONSE, name))).isEqualTo("read-only-header");
        assertThat(originBreachAfter(without(RESPONSE, name), RESPONSE)).isEqualTo("read-only-header");
    }

    @ParameterizedTest
    @ValueSource(strings = {"content-length", "host", "transfer-encoding", "via"})
    void viewerRequest_readOnlyHeaderChangedOrDeleted_breaksIt(String name) {
        String before = changed(REQUEST, name);

        assertThat(viewerBreachAfter(before, without(before, name))).isEqualTo("read-only-header");
        assertThat(viewerBreachAfter(without(before, name), before)).isEqualTo("read-only-header");
        assertThat(viewerBreachAfter(before, before)).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "connection",
                "expect",
                "keep-alive",
                "proxy-authenticate",
                "proxy-authorization",
                "proxy-connection",
                "trailer",
                "upgrade",
                "x-accel-buffering",
                "x-accel-charset",
                "x-accel-limit-rate",
                "x-accel-redirect",
                "x-amz-cf-id",
                "x-amz-cf-anything",
                "x-amzn-auth",
                "x-amzn-cf-billing",
                "x-amzn-cf-id",
                "x-amzn-cf-xff",
                "x-amzn-errortype",
                "x-amzn-fle-profile",
                "x-amzn-header-count",
                "x-amzn-header-order",
                "x-amzn-lambda-integration-tag",
                "x-amzn-requestid",
                "x-cache",
                "x-edge-location",
                "x-forwarded-proto"
            })
    void disallowedHeader_added_breaksItUnlessItCame(String name) {
        String response = changed(RESPONSE, name);
        String request = changed(REQUEST, name);

        assertThat(originBreach(response)).isEqualTo("disallowed-header");
        assertThat(viewerBreach(request)).isEqualTo("disallowed-header");
        assertThat(viewerBreachAfter(request, request)).isEmpty();
        assertThat(viewerBreach("{\"status\":\"200\",\"headers\":"
                        + json(changed("{\"headers\":{}}", name)).get("headers") + "}"))
                .isEqualTo("disallowed-header");
    }

    @ParameterizedTest
    @ValueSource(strings = {"x-amz-meta-cache-tag", "x-cached", "x-edgepix", "cache-control"})
    void allowedHeader_added_keepsIt(String name) {
        assertThat(originBreach(changed(RESPONSE, name))).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(strings = {"\"gzip\"", "\"BASE64\"", "\"\"", "5"})
    void bodyEncoding_unknown_breaksIt(String encoding) {
        assertThat(originBreach("{\"body\":\"x\",\"bodyEncoding\":" + encoding + ","
                        + RESPONSE.strip().substring(1)))
                .isEqualTo("body-encoding");
    }

    @ParameterizedTest
    @CsvSource({"5, text", "[], text", "'\"a b\"', base64", "'\"abc\\u0000\"', base64", "'\"a\"', base64"})
    void body_noStringOrNoBase64_breaksIt(String body, String encoding) {
        assertThat(originBreach("{\"body\":" + body + ",\"bodyEncoding\":\"" + encoding + "\","
                        + RESPONSE.strip().substring(1)))
                .isEqualTo("body");
    }

    @ParameterizedTest
    @CsvSource({"1000000, ''", "1000001, response-size"})
    void originResponse_generated_isAtMost1MegabyteAsItStandsInJson(int bytes, String rule) {
        int others = generated(RESPONSE, "").length();

        assertThat(originBreach(generated(RESPONSE, "x".repeat(bytes - others))))
                .isEqualTo(rule);
    }

    @Test
    void originResponse_base64_isMeasuredAsBase64() {
        String body = Base64.getEncoder().encodeToString(new byte[800_000]);
        JsonObject result = json(RESPONSE);
        result.addProperty("body", body);
        result.addProperty("bodyEncoding", "base64");

        assertThat(originBreach(result.toString())).isEqualTo("response-size");
    }

    @ParameterizedTest
    @CsvSource({"40960, ''", "40961, response-size"})
    void viewerRequest_response_isAtMost40Kilobytes(int bytes, String rule) {
        String response = "{\"status\":\"200\"}";
        int others = generated(response, "").length();

        assertThat(viewerBreach(generated(response, "x".repeat(bytes - others))))
                .isEqualTo(rule);
    }

    @ParameterizedTest
    @ValueSource(strings = {"\"a.jpg\"", "\"\"", "\"/a?b\"", "\"/a b\"", "\"/å\"", "\"/a\\n\"", "5", "null"})
    void uri_notAPath_breaksIt(String uri) {
        assertThat(viewerBreach(REQUEST.replace("\"/a.jpg\"", uri))).isEqualTo("uri");
    }

    @Test
    void querystring_noString_breaksIt() {
        assertThat(viewerBreach(REQUEST.replace("\"d=1\"", "5"))).isEqualTo("querystring");
    }

    @ParameterizedTest
    @CsvSource({"GET, HEAD", "127.0.0.1, 10.0.0.1", "clientIp, other"})
    void methodOrClientIp_changed_breaksReadOnlyField(String was, String is) {
        assertThat(viewerBreach(REQUEST.replace(was, is))).isEqualTo("read-only-field");
    }

    private static String viewerBreach(String result) {
        return viewerBreachAfter(REQUEST, result);
    }

    private static String viewerBreachAfter(String before, String result) {
        BrokenRuleException broken =
                catchThrowableOfType(BrokenRuleException.class, () -> EdgeRules.ofViewerRequest(json(before), result));
        return broken == null ? "" : broken.rule();
    }

    private static String originBreach(String result) {
        return originBreachAfter(RESPONSE, result);
    }

    private static String originBreachAfter(String before, String result) {
        BrokenRuleException broken =
                catchThrowableOfType(BrokenRuleException.class, () -> EdgeRules.ofOriginResponse(json(before), result));
        return broken == null ? "" : broken.rule();
    }

    private static JsonObject json(String text) {
        return JsonParser.parseString(text).getAsJsonObject();
    }

    private static String with(String message, String header) {
        return message.replaceFirst("\"headers\":\\{", "\"headers\":{" + header.replace("\\", "\\\\") + ",");
    }

    private static String without(String message, String name) {
        JsonObject object = json(message);
        object.getAsJsonObject("headers").remove(name);
        return object.toString();
    }

    private static String changed(String message, String name) {
        JsonObject object = json(message);
        JsonObject map = new Headers().add(name, "changed").toEvent();
        object.getAsJsonObject("headers").add(name, map.get(name));
        return object.toString();
    }

    private static String generated(String message, String body) {
        JsonObject object = json(message);
        object.addProperty("body", body);
        return object.toString();
    }
}
