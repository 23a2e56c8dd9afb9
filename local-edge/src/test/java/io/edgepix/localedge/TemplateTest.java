package io.edgepix.localedge;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import com.google.gson.JsonObject;
import java.net.http.HttpResponse;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Tests that the edge follows the template, so that a mistake in the template is visible in the edge. */
class TemplateTest extends TemplateFixture {
    private static final String VIEWER_ASSOCIATION = """
                        - !If
                          - RunsAtEdge
                          - EventType: viewer-request
                            IncludeBody: false
                            LambdaFunctionARN: !Ref ViewerRequestVersion
                          - !Ref AWS::NoValue
            """;
    private static final String ORIGIN_ASSOCIATION = """
                        - EventType: origin-response
                          IncludeBody: false
                          LambdaFunctionARN: !Ref OriginResponseVersion
            """;

    @Test
    void viewerRequest_notAttached_isNotCalled() throws Exception {
        put("cat.jpg", "picture");
        reopen(VIEWER_ASSOCIATION, "");

        assertThat(get("/cat.jpg?d=200x200").body()).isEqualTo("picture");
        assertThat(viewerEvents).isEmpty();
        assertThat(originEvents).hasSize(1);
    }

    @Test
    void originResponse_notAttached_isNotCalled() throws Exception {
        originFunction = answering(200, "max-age=60");
        assertThat(get("/missing.jpg").statusCode()).isEqualTo(200);
        reopen(ORIGIN_ASSOCIATION, "");

        assertThat(get("/missing.jpg").statusCode()).isEqualTo(404);
        assertThat(originEvents).hasSize(1);
    }

    @Test
    void functions_attachedTheWrongWayRound_getEachOthersEvents() throws Exception {
        reopen("FunctionName: !Ref ViewerRequest\n", "FunctionName: !Ref OriginResponse\n");

        get("/cat.jpg");

        assertThat(viewerEvents).isEmpty();
        assertThat(originEvents
                        .getFirst()
                        .getAsJsonObject("config")
                        .get("eventType")
                        .getAsString())
                .isEqualTo("viewer-request");
    }

    @Test
    void function_overItsTimeout_isCutOffThen() throws Exception {
        viewerFunction = event -> {
            assertThat(new CountDownLatch(1).await(20, TimeUnit.SECONDS)).isFalse();
            return "";
        };
        reopen("Timeout: 5\n", "Timeout: 1\n");

        assertThat(get("/cat.jpg").statusCode()).isEqualTo(502);
        assertThat(faultLines).singleElement().asString().contains("timed out after 1000 ms");
    }

    @Test
    void queryString_notInTheCacheKey_sharesAnAnswerAndIsNotForwarded() throws Exception {
        put("cat.jpg", "picture");

        get("/cat.jpg?a=1");
        get("/cat.jpg?a=2");

        assertThat(originEvents).hasSize(1);
        assertThat(querystring(originEvents.getFirst())).isEmpty();
    }

    @Test
    void queryString_inTheCacheKey_isAnotherAnswerAndForwarded() throws Exception {
        put("cat.jpg", "picture");
        reopen("QueryStringBehavior: none", "QueryStringBehavior: all");

        get("/cat.jpg?a=1");
        get("/cat.jpg?a=2");
        get("/cat.jpg?a=2");

        assertThat(originEvents).hasSize(2);
        assertThat(querystring(originEvents.get(1))).isEqualTo("a=2");
    }

    @Test
    void header_inTheCacheKey_isAnotherAnswer() throws Exception {
        put("cat.jpg", "picture");
        reopen("HeaderBehavior: none", "HeaderBehavior: whitelist\n            Headers: [Accept]");

        get("/cat.jpg", "Accept", "image/webp");
        get("/cat.jpg", "Accept", "*/*");
        get("/cat.jpg", "Accept", "*/*");

        assertThat(originEvents).hasSize(2);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "DefaultTTL: 86400  | DefaultTTL: 60  | 200 | public        | 60",
                "MaxTTL: 31536000   | MaxTTL: 90      | 200 | max-age=100   | 90",
                "MaxTTL: 31536000   | MaxTTL: 90      | 404 | max-age=100   | 90",
                "MinTTL: 0          | MinTTL: 20      | 200 | no-store      | 20",
                "MinTTL: 0          | MinTTL: 20      | 200 | max-age=5     | 20",
                "ErrorCode: 404, ErrorCachingMinTTL: 10 | ErrorCode: 404, ErrorCachingMinTTL: 30 | 404 | no-store | 30",
                "ErrorCode: 503, ErrorCachingMinTTL: 10 | ErrorCode: 503, ErrorCachingMinTTL: 3  | 503 | no-store | 3",
                "ErrorCode: 403, ErrorCachingMinTTL: 10 | ErrorCode: 403, ErrorCachingMinTTL: 40 | 403 | max-age=20 | 40"
            })
    void timeToLive_ofTheTemplate_isTheCaches(String from, String to, int status, String cacheControl, long seconds)
            throws Exception {
        originFunction = answering(status, cacheControl);
        reopen(from, to);

        get("/x");
        passSeconds(seconds - 1);
        get("/x");
        passSeconds(1);
        get("/x");

        assertThat(originEvents).hasSize(2);
    }

    @Test
    void method_thatTheTemplateLacks_isRefused() throws Exception {
        put("cat.jpg", "picture");
        assertThat(send("HEAD", "/cat.jpg").statusCode()).isEqualTo(200);
        reopen("AllowedMethods: [GET, HEAD, OPTIONS]", "AllowedMethods: [GET]");

        assertThat(send("HEAD", "/cat.jpg").statusCode()).isEqualTo(403);
        assertThat(get("/cat.jpg").statusCode()).isEqualTo(200);
    }

    @Test
    void origin_withoutItsIdentity_isRefusedByTheBucket() throws Exception {
        put("cat.jpg", "picture");
        reopen("!Sub origin-access-identity/cloudfront/${OriginAccessIdentity}", "\"\"");

        assertThat(get("/cat.jpg").statusCode()).isEqualTo(403);
        assertThat(s3(originEvents.getFirst()).get("authMethod").getAsString()).isEqualTo("none");
    }

    @Test
    void identity_thatMayNotRead_isRefusedByTheBucket() throws Exception {
        put("cat.jpg", "picture");
        reopen(
                "Action: s3:GetObject\n              Resource: !Sub ${Bucket.Arn}/*",
                "Action: s3:GetObject\n              Resource: !GetAtt Bucket.Arn");

        assertThat(get("/cat.jpg").statusCode()).isEqualTo(403);
    }

    @ParameterizedTest
    @CsvSource({
        "/.edgepix/jobs/x, 403",
        "/.edgepix/missing, 403",
        "/%2Eedgepix%2Fjobs/x, 403",
        "/cat.jpg, 200",
        "/a/.edgepix/cat.jpg, 200"
    })
    void folder_thatThePolicyCloses_isRefusedByTheBucket(String path, int status) throws Exception {
        put(".edgepix/jobs/x", "state");
        put("cat.jpg", "picture");
        put("a/.edgepix/cat.jpg", "picture");

        assertThat(get(path).statusCode()).isEqualTo(status);
    }

    @Test
    void folder_thatThePolicyDoesNotClose_isServed() throws Exception {
        put(".edgepix/jobs/x", "state");
        reopen("Sid: EdgepixClosesItsFolder\n              Effect: Deny", "Sid: Other\n              Effect: Allow");

        assertThat(get("/.edgepix/jobs/x").body()).isEqualTo("state");
    }

    @Test
    void identity_thatMayNotList_getsA403ForAMissingKey() throws Exception {
        put("cat.jpg", "picture");
        reopen(
                "Action: s3:ListBucket\n              Resource: !GetAtt",
                "Action: s3:ListAllMyBuckets\n              Resource: !GetAtt");

        assertThat(get("/missing.jpg").statusCode()).isEqualTo(403);
        assertThat(get("/cat.jpg").statusCode()).isEqualTo(200);
    }

    @Test
    void originPath_standsBeforeTheKeyAndInTheEvent() throws Exception {
        put("originals/cat.jpg", "picture");
        reopen("          - Id: bucket\n", "          - Id: bucket\n            OriginPath: /originals\n");

        assertThat(get("/cat.jpg").body()).isEqualTo("picture");
        assertThat(s3(originEvents.getFirst()).get("path").getAsString()).isEqualTo("/originals");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "EventType: viewer-request  | EventType: viewer-requests | expected viewer-request or origin-response, got viewer-requests",
                "EventType: viewer-request  | EventType: origin-response | two functions to origin-response",
                "ARN: !Ref ViewerRequestVersion | ARN: !GetAtt ViewerRequest.Arn | expected a reference to an AWS::Lambda::Version, got ${ViewerRequest.Arn}",
                "S3Key: !Ref ViewerRequestKey | S3Key: other.zip        | runs an unknown package: other.zip",
                "CookieBehavior: none       | CookieBehavior: all        | cookies in the cache key",
                "QueryStringBehavior: none  | QueryStringBehavior: whitelist | some query strings in the cache key",
                "EnableAcceptEncodingBrotli: false | EnableAcceptEncodingBrotli: true | brotli without gzip in the cache key",
                "!Ref CachePolicy, | 658327eb,  | expected a reference to an AWS::CloudFront::CachePolicy, got 658327eb",
                "[GET, HEAD, OPTIONS]       | [GET, HEAD, POST]          | the methods [GET, HEAD, POST]",
                "{ErrorCode: 400,           | {ResponsePagePath: /400, ErrorCode: 400, | uses error pages",
                "DefaultTTL: 86400          | DefaultTTL: long           | expected a number, got long",
                "!GetAtt Bucket.RegionalDomainName | example.com         | the origin example.com",
                "${Bucket.Arn}/.edgepix/*   | ${Bucket.Arn}/*.png        | PREFIX* as the resource of a Deny",
                "TargetOriginId: bucket     | TargetOriginId: other      | has no origin other",
                "Compress: false            | OriginRequestPolicyId: 216adef6 | the origin request policy 216adef6",
                "ContentTypeOptions:        | FrameOptions:              | the unknown security header FrameOptions"
            })
    void template_thatTheEdgeCannotBe_isRefusedWithTheReason(String from, String to, String reason) {
        assertThatExceptionOfType(IllegalArgumentException.class)
                .isThrownBy(() -> reopen(from, to))
                .withMessageContaining(reason);
    }

    @Test
    void errorCaching_thatTheTemplateLeavesOut_isCloudFronts() throws Exception {
        originFunction = answering(404, "no-store");
        reopen("          - {ErrorCode: 404, ErrorCachingMinTTL: 10}\n", "");

        get("/x");
        passSeconds(9);
        HttpResponse<String> second = get("/x");

        assertThat(originEvents).hasSize(1);
        assertThat(second.statusCode()).isEqualTo(404);
    }

    private static String querystring(JsonObject cf) {
        return cf.getAsJsonObject("request").get("querystring").getAsString();
    }

    private static JsonObject s3(JsonObject cf) {
        return cf.getAsJsonObject("request").getAsJsonObject("origin").getAsJsonObject("s3");
    }
}
