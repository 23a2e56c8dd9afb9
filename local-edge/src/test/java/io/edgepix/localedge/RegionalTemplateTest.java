package io.edgepix.localedge;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import com.google.gson.JsonObject;
import com.google.gson.JsonParser;
import java.net.http.HttpResponse;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Tests that the edge follows the template of the regional stack, so that a mistake in it is visible in the edge. */
class RegionalTemplateTest extends RegionalFixture {
    private static final String SIGNS = "SigningBehavior: always";

    @Test
    void anObject_isServedByS3WithoutTheFunction() throws Exception {
        put("200x200/webp/cat.jpg", "stored");

        assertThat(get("/200x200/webp/cat.jpg").body()).isEqualTo("stored");
        assertThat(firstEvents).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(strings = {"GET", "HEAD"})
    void aMissingObject_isAnsweredByTheFunction(String method) throws Exception {
        HttpResponse<String> answer = send(method, "/200x200/webp/cat.jpg");

        assertThat(answer.statusCode()).isEqualTo(200);
        assertThat(answer.body()).isEqualTo(method.equals("GET") ? "made" : "");
        assertThat(firstEvents).hasSize(1);
        assertThat(bigEvents).isEmpty();
    }

    @ParameterizedTest
    @CsvSource({"404, 1", "403, 0", "416, 0"})
    void theStatuses_ofTheGroup_areThoseThatLeadToTheFunction(int status, int calls) throws Exception {
        reopen("Items: [403, 404, 500, 503, 504]", "Items: [" + status + "]");

        get("/missing.jpg");

        assertThat(firstEvents).hasSize(calls);
    }

    @Test
    void theAnswerOfTheFunction_isTheViewers_alsoIfItIsAnError() throws Exception {
        function = event -> answer(415, "max-age=20", "no picture");

        HttpResponse<String> answer = get("/200x200/webp/cat.txt");

        assertThat(answer.statusCode()).isEqualTo(415);
        assertThat(answer.body()).isEqualTo("no picture");
    }

    @Test
    void anEvent_hasTheShapeOfPayloadFormat2() throws Exception {
        get("/200x200/webp/a%20%ED%95%9C.jpg?d=1", "Accept", "image/webp", "Cookie", "a=b");

        JsonObject event = firstEvents.getFirst();
        JsonObject headers = event.getAsJsonObject("headers");
        JsonObject request = event.getAsJsonObject("requestContext").getAsJsonObject("http");
        assertThat(event.get("version").getAsString()).isEqualTo("2.0");
        assertThat(event.get("rawPath").getAsString()).isEqualTo("/200x200/webp/a%20%ED%95%9C.jpg");
        assertThat(event.get("rawQueryString").getAsString()).isEmpty();
        assertThat(request.get("method").getAsString()).isEqualTo("GET");
        assertThat(request.get("path").getAsString()).isEqualTo("/200x200/webp/a%20%ED%95%9C.jpg");
        assertThat(headers.get("host").getAsString()).isEqualTo("functionurl.lambda-url.us-east-1.on.aws");
        assertThat(headers.get("user-agent").getAsString()).isEqualTo("Amazon CloudFront");
        assertThat(headers.get("x-amz-date").getAsString()).matches("[0-9]{8}T[0-9]{6}Z");
        assertThat(headers.keySet()).doesNotContain("authorization", "accept", "cookie");
    }

    @Test
    void aRequest_withoutASignature_isRefusedByTheFunctionUrl() throws Exception {
        reopen(SIGNS, "SigningBehavior: never");

        assertThat(get("/200x200/webp/cat.jpg").statusCode()).isEqualTo(403);
        assertThat(firstEvents).isEmpty();
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "lambda:InvokeFunctionUrl            | lambda:GetFunction",
                "InvokedViaFunctionUrl: true         | InvokedViaFunctionUrl: false",
                "FunctionName: !Ref FunctionAlias    | FunctionName: !Ref Function",
                "Principal: cloudfront.amazonaws.com | Principal: s3.amazonaws.com",
                "distribution/${Distribution}\\n\\n  FunctionPermission | distribution/*\\n\\n  FunctionPermission"
            })
    void aFunctionUrl_withoutBothPermissions_isClosed(String from, String to) throws Exception {
        reopen(from.replace("\\n", "\n"), to.replace("\\n", "\n"));

        HttpResponse<String> answer = get("/200x200/webp/cat.jpg");

        assertThat(answer.statusCode()).isEqualTo(403);
        assertThat(firstEvents).isEmpty();
    }

    @Test
    void aControl_thatDoesNotSign_isRefusedByTheBucket() throws Exception {
        put("cat.jpg", "picture");
        reopen("OriginAccessControlId: !If [ReadsByControl, !GetAtt BucketAccessControl.Id, !Ref AWS::NoValue]", "");

        assertThat(get("/cat.jpg").body()).as("the failover").isEqualTo("made");
    }

    @Test
    void aPolicy_forADifferentDistribution_isRefusedByTheBucket() throws Exception {
        put("cat.jpg", "picture");
        reopen(
                "AWS:SourceArn: !Sub arn:${AWS::Partition}:cloudfront::${AWS::AccountId}:distribution/${Distribution}",
                "AWS:SourceArn: !Sub arn:${AWS::Partition}:cloudfront::${AWS::AccountId}:distribution/OTHER");

        assertThat(get("/cat.jpg").body()).as("the failover").isEqualTo("made");
    }

    @ParameterizedTest
    @ValueSource(strings = {"oai", "oac"})
    void eachAccess_readsTheBucket(String access) throws Exception {
        put("cat.jpg", "picture");
        reopen(Map.of("ViewerRequestType", "edge", "Access", access));

        assertThat(get("/cat.jpg").body()).isEqualTo("picture");
        assertThat(get("/.edgepix/jobs/x").body()).as("closed, so the failover").isEqualTo("made");
    }

    @Test
    void aBehaviour_isChosenByThePathOfTheViewer() throws Exception {
        get("/~big/200x200/webp/cat.jpg");
        get("/200x200/webp/~big/cat.jpg");

        assertThat(bigEvents)
                .singleElement()
                .satisfies(event ->
                        assertThat(event.get("rawPath").getAsString()).isEqualTo("/~big/200x200/webp/cat.jpg"));
        assertThat(firstEvents).hasSize(1);
    }

    @Test
    void aStack_withoutABigFunction_hasNoBehaviourForIt() throws Exception {
        reopen(Map.of("ViewerRequestType", "edge", "BigMemory", "0"));

        get("/~big/200x200/webp/cat.jpg");

        assertThat(bigEvents).isEmpty();
        assertThat(firstEvents).hasSize(1);
    }

    @Test
    void anAnswer_overLambdasLimit_isA502() throws Exception {
        function = event -> answer(200, "max-age=60", "x".repeat(6_291_556));

        assertThat(get("/200x200/webp/cat.jpg").statusCode()).isEqualTo(502);
        assertThat(faultLines).singleElement().asString().contains("response-size");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "null",
                "\"text\"",
                "{}",
                "{\"statusCode\":\"x\"}",
                "{\"statusCode\":99}",
                "{\"statusCode\":200,\"headers\":[]}",
                "{\"statusCode\":200,\"body\":\"%\",\"isBase64Encoded\":true}"
            })
    void anAnswer_thatIsNone_isA502(String result) throws Exception {
        function = event -> result;

        assertThat(get("/200x200/webp/cat.jpg").statusCode()).isEqualTo(502);
        assertThat(faultLines).singleElement().asString().startsWith("edge rule broken: ");
    }

    @Test
    void aFunction_thatThrows_isA502() throws Exception {
        function = event -> {
            throw new IllegalStateException("boom");
        };

        assertThat(get("/200x200/webp/cat.jpg").statusCode()).isEqualTo(502);
        assertThat(faultLines).singleElement().asString().contains("boom");
    }

    @Test
    void aStaleAnswer_isRevalidatedByTheFunction() throws Exception {
        function = event -> {
            JsonObject headers = JsonParser.parseString(event).getAsJsonObject().getAsJsonObject("headers");
            return headers.has("if-none-match")
                    ? "{\"statusCode\":304,\"headers\":{\"etag\":\"\\\"1\\\"\",\"cache-control\":\"max-age=60\"}}"
                    : "{\"statusCode\":200,\"headers\":{\"etag\":\"\\\"1\\\"\",\"cache-control\":\"max-age=60\"},"
                            + "\"body\":\"made\"}";
        };
        get("/200x200/webp/cat.jpg");
        passSeconds(61);

        HttpResponse<String> refreshed = get("/200x200/webp/cat.jpg");

        assertThat(firstEvents).hasSize(2);
        assertThat(EdgeFixture.xCache(refreshed)).isEqualTo("RefreshHit from edgepix");
        assertThat(refreshed.body()).isEqualTo("made");
    }

    /** The minimum of the managed policy keeps even an answer that forbids it, for a second. */
    @Test
    void theManagedPolicy_ofAPlan_keepsARedirectForASecond() throws Exception {
        function = event -> answer(302, "no-store", "");
        reopen(
                PARAMETERS,
                "CachePolicyId: !If [HasPolicies, !Ref CachePolicy, b2884449-e4de-46a7-ac36-70bc7f1ddd6d]",
                "CachePolicyId: b2884449-e4de-46a7-ac36-70bc7f1ddd6d");

        get("/200x200/webp/cat.jpg");
        assertThat(EdgeFixture.xCache(get("/200x200/webp/cat.jpg"))).isEqualTo("Hit from edgepix");
        passSeconds(1);
        assertThat(EdgeFixture.xCache(get("/200x200/webp/cat.jpg"))).isEqualTo("Miss from edgepix");
    }

    @Test
    void text_isCompressedForViewersThatAcceptIt() throws Exception {
        put("logo.svg", "<svg xmlns='http://www.w3.org/2000/svg'>" + "<g/>".repeat(1_000) + "</svg>");
        put("cat.jpg", "picture ".repeat(1_000));

        HttpResponse<String> gzip = get("/logo.svg", "Accept-Encoding", "br, gzip");
        HttpResponse<String> plain = get("/logo.svg");
        HttpResponse<String> picture = get("/cat.jpg", "Accept-Encoding", "gzip");

        assertThat(gzip.headers().firstValue("content-encoding")).contains("gzip");
        assertThat(gzip.headers().firstValue("vary").orElse("")).contains("Accept-Encoding");
        assertThat(gzip.headers().firstValue("etag").orElse("")).startsWith("W/");
        assertThat(plain.headers().firstValue("content-encoding")).isEmpty();
        assertThat(EdgeFixture.xCache(plain)).isEqualTo("Miss from edgepix");
        assertThat(picture.headers().firstValue("content-encoding")).isEmpty();
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "OriginProtocolPolicy: https-only | OriginProtocolPolicy: http-only | a function URL without https-only",
                "AuthType: AWS_IAM           | AuthType: NONE            | a function URL that everybody may call",
                "Runtime: cloudfront-js-2.0  | Runtime: cloudfront-js-1.0 | the runtime cloudfront-js-1.0",
                "StringEquals:               | StringLike:              | the condition StringLike",
                "- OriginId: render          | - OriginId: other         | has no origin other"
            })
    void template_thatTheEdgeCannotBe_isRefusedWithTheReason(String from, String to, String reason) {
        assertThatExceptionOfType(IllegalArgumentException.class)
                .isThrownBy(() -> reopen(Map.of(), from, to))
                .withMessageContaining(reason);
    }
}
