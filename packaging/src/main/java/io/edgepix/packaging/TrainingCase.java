package io.edgepix.packaging;

import com.google.gson.JsonArray;
import com.google.gson.JsonElement;
import com.google.gson.JsonObject;
import java.util.ArrayList;
import java.util.List;

/**
 * One event of the training.
 *
 * @param uri the path of a derivative
 * @param status of the answer that it should get
 */
record TrainingCase(String method, String uri, String status) {
    private static final List<String> OUTPUTS = List.of("webp", "jpeg", "png");

    static List<TrainingCase> all() {
        List<TrainingCase> cases = new ArrayList<>();
        for (String original : TrainingPictures.NAMES) {
            for (String format : OUTPUTS) {
                cases.add(new TrainingCase("GET", "/400x300/" + format + "/" + original, "200"));
            }
        }
        cases.add(new TrainingCase("GET", "/100x100-cover-q60/webp/baseline.jpg", "200"));
        cases.add(new TrainingCase("HEAD", "/100x/webp/baseline.jpg", "200"));
        cases.add(new TrainingCase("GET", "/400x300/webp/nothing.jpg", "404"));
        cases.add(new TrainingCase("GET", "/400x300/webp/poem.txt", "415"));
        cases.add(new TrainingCase("GET", "/400x300/webp/broken.jpg", "422"));
        cases.add(new TrainingCase("GET", "/401x300/webp/baseline.jpg", "400"));
        cases.add(new TrainingCase("GET", "/nothing.jpg", "404"));
        return List.copyOf(cases);
    }

    boolean isMade() {
        return status.equals("200");
    }

    /** The event that CloudFront sends where S3 does not have it. */
    String event(String bucket, String region) {
        JsonObject request = new JsonObject();
        request.addProperty("clientIp", "203.0.113.178");
        request.addProperty("method", method);
        request.addProperty("uri", uri);
        request.addProperty("querystring", "");
        request.add("headers", headers("user-agent", "Amazon CloudFront"));
        request.add("origin", origin(bucket, region));
        JsonObject response = new JsonObject();
        response.addProperty("status", "404");
        response.addProperty("statusDescription", "Not Found");
        response.add("headers", headers("content-type", "application/xml"));
        JsonObject cf = new JsonObject();
        cf.add("request", request);
        cf.add("response", response);
        JsonArray records = new JsonArray();
        records.add(under("cf", cf));
        return under("Records", records).toString();
    }

    private static JsonObject origin(String bucket, String region) {
        JsonObject s3 = new JsonObject();
        s3.addProperty("authMethod", "origin-access-identity");
        s3.add("customHeaders", new JsonObject());
        s3.addProperty("domainName", bucket + ".s3." + region + ".amazonaws.com");
        s3.addProperty("path", "");
        s3.addProperty("region", region);
        return under("s3", s3);
    }

    private static JsonObject headers(String name, String value) {
        JsonObject header = new JsonObject();
        header.addProperty("key", name);
        header.addProperty("value", value);
        JsonArray values = new JsonArray();
        values.add(header);
        return under(name, values);
    }

    private static JsonObject under(String name, JsonElement value) {
        JsonObject object = new JsonObject();
        object.add(name, value);
        return object;
    }
}
