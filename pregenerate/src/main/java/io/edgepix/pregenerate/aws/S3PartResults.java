package io.edgepix.pregenerate.aws;

import com.google.gson.Gson;
import io.edgepix.derivative.Key;
import io.edgepix.pregenerate.job.PartResult;
import io.edgepix.pregenerate.worker.PartResults;
import software.amazon.awssdk.core.sync.RequestBody;
import software.amazon.awssdk.services.s3.S3Client;

/** The results of parts, as JSON in the bucket of the originals. */
public record S3PartResults(S3Client s3, String bucket) implements PartResults {
    private static final Gson GSON = new Gson();

    @Override
    public void write(Key key, PartResult result) {
        s3.putObject(
                put -> put.bucket(bucket).key(key.value()).contentType("application/json"),
                RequestBody.fromString(GSON.toJson(result)));
    }
}
