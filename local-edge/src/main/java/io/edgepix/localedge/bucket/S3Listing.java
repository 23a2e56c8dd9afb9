package io.edgepix.localedge.bucket;

import io.edgepix.localedge.http.Answer;
import io.edgepix.localedge.http.Headers;
import io.edgepix.localedge.http.Reasons;
import java.nio.charset.StandardCharsets;
import java.util.List;
import software.amazon.awssdk.services.s3.S3Client;
import software.amazon.awssdk.services.s3.model.S3Object;

/** The answers of S3 to GET and HEAD of the bucket itself: its first keys (ListObjects), or no body (HeadBucket). */
final class S3Listing {
    private S3Listing() {}

    static Answer answer(boolean head, S3Client client, String bucket, String region) {
        Headers headers = new Headers()
                .add("Content-Type", "application/xml")
                .add("Transfer-Encoding", "chunked")
                .add("x-amz-bucket-region", region);
        return new Answer(200, Reasons.of(200), headers, head ? new byte[0] : xml(client, bucket));
    }

    private static byte[] xml(S3Client client, String bucket) {
        List<S3Object> objects =
                client.listObjectsV2(list -> list.bucket(bucket).maxKeys(1000)).contents();
        StringBuilder xml = new StringBuilder("<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n")
                .append("<ListBucketResult xmlns=\"http://s3.amazonaws.com/doc/2006-03-01/\"><Name>")
                .append(bucket)
                .append("</Name><MaxKeys>1000</MaxKeys>");
        for (S3Object object : objects) {
            String key = object.key().replace("&", "&amp;").replace("<", "&lt;");
            xml.append("<Contents><Key>").append(key).append("</Key></Contents>");
        }
        return xml.append("</ListBucketResult>").toString().getBytes(StandardCharsets.UTF_8);
    }
}
