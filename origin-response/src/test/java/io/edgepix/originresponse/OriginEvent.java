package io.edgepix.originresponse;

/** Creates origin-response events like the example in the AWS documentation. */
final class OriginEvent {
    private static final String JSON = """
            {
              "Records": [
                {
                  "cf": {
                    "config": {
                      "distributionDomainName": "d111111abcdef8.cloudfront.net",
                      "distributionId": "EDFDVBD6EXAMPLE",
                      "eventType": "origin-response",
                      "requestId": "4TyzHTaYWb1GX1qTfsHhEqV6HUDd_BzoBZnwfnvQc_1oF26ClkoUSEQ=="
                    },
                    "request": {
                      "clientIp": "203.0.113.178",
                      "headers": {
                        "via": [{"key": "Via", "value": "2.0 8f22423.cloudfront.net (CloudFront)"}],
                        "user-agent": [{"key": "User-Agent", "value": "Amazon CloudFront"}]
                      },
                      "method": "%METHOD%",
                      "origin": {
                        "s3": {
                          "authMethod": "origin-access-identity",
                          "customHeaders": {},
                          "domainName": "pictures.s3.eu-west-1.amazonaws.com",
                          "path": "",
                          "region": "eu-west-1"
                        }
                      },
                      "querystring": "",
                      "uri": "%URI%"
                    },
                    "response": {
                      "headers": {
                        "content-type": [{"key": "Content-Type", "value": "application/xml"}],
                        %ETAG%
                        "date": [{"key": "Date", "value": "Mon, 13 Jan 2020 20:12:38 GMT"}],
                        "server": [{"key": "Server", "value": "AmazonS3"}],
                        "transfer-encoding": [{"key": "Transfer-Encoding", "value": "chunked"}],
                        "via": [{"key": "Via", "value": "1.1 origin"}],
                        "x-amz-request-id": [{"key": "x-amz-request-id", "value": "A1"}]
                      },
                      "status": "%STATUS%",
                      "statusDescription": "From the origin"
                    }
                  }
                }
              ]
            }
            """;

    private OriginEvent() {}

    static String of(String method, String uri, String status) {
        boolean isObject = status.equals("200") || status.equals("206") || status.equals("304");
        String etag = isObject ? "\"etag\": [{\"key\": \"ETag\", \"value\": \"\\\"e\\\"\"}]," : "";
        return JSON.replace("%ETAG%", etag)
                .replace("%METHOD%", method)
                .replace("%URI%", uri)
                .replace("%STATUS%", status);
    }

    /** Returns the event with S3's list of the bucket's keys, which has no ETag. */
    static String listing(String method, String uri) {
        return of(method, uri, "404").replace("\"404\"", "\"200\"");
    }

    /** Returns the event of a request by which CloudFront revalidates a stale copy that S3 does not have. */
    static String revalidating(String method, String uri, String etag) {
        String header = "\"if-none-match\": [{\"key\": \"If-None-Match\", \"value\": \"%s\"}],"
                .formatted(etag.replace("\"", "\\\""));
        return of(method, uri, "404").replaceFirst("\"headers\": \\{", "\"headers\": {" + header.replace("\\", "\\\\"));
    }

    static String missing(String uri) {
        return of("GET", uri, "404");
    }
}
