package io.edgepix.localedge.bucket;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import io.edgepix.localedge.RawHttp;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;
import software.amazon.awssdk.auth.credentials.AwsBasicCredentials;
import software.amazon.awssdk.auth.credentials.StaticCredentialsProvider;
import software.amazon.awssdk.core.sync.RequestBody;
import software.amazon.awssdk.http.urlconnection.UrlConnectionHttpClient;
import software.amazon.awssdk.regions.Region;
import software.amazon.awssdk.services.s3.S3Client;
import software.amazon.awssdk.services.s3.model.GetObjectResponse;
import software.amazon.awssdk.services.s3.model.NoSuchKeyException;
import software.amazon.awssdk.services.s3.model.PutObjectResponse;
import software.amazon.awssdk.services.s3.model.S3Exception;
import software.amazon.awssdk.services.s3.model.S3Object;

/** Tests a folder as a bucket: access, keys, and what it stores. */
class LocalBucketTest {
    @TempDir
    Path root;

    private Path folder;
    private LocalBucket bucket;

    @BeforeEach
    void open() throws IOException {
        folder = root.resolve("My pictures (å)");
        Files.createDirectories(root.resolve("sibling"));
        Files.writeString(root.resolve("sibling/secret.txt"), "secret");
        Files.writeString(root.resolve("secret.txt"), "secret");
        bucket = LocalBucket.open(folder);
    }

    @AfterEach
    void close() {
        bucket.close();
    }

    static Stream<String> oddKeys() {
        return Stream.of(
                "plain.jpg",
                "a b.jpg",
                "å.jpg",
                "한글.jpg",
                "かな カナ.jpg",
                "(1).jpg",
                "a+b.jpg",
                "100%.jpg",
                "lit%2Fslash.jpg",
                "a..b.jpg",
                "..a.jpg",
                "deep/er/cat.jpg",
                ("é".repeat(100) + "/").repeat(4) + "é".repeat(48));
    }

    @ParameterizedTest
    @MethodSource("oddKeys")
    void get_aFileCopiedIntoTheFolder_isAnObjectImmediately(String key) throws IOException {
        Files.createDirectories(folder.resolve(key).getParent());
        Files.writeString(folder.resolve(key), "by hand");

        assertThat(read(key)).isEqualTo("by hand");
    }

    @ParameterizedTest
    @MethodSource("oddKeys")
    void put_anOddKey_isReadBackAndListed(String key) {
        put(key, "by SDK");

        assertThat(read(key)).isEqualTo("by SDK");
        assertThat(bucket.client()
                        .listObjectsV2(list -> list.bucket(bucket.bucket()))
                        .contents())
                .extracting(S3Object::key)
                .containsExactly(key);
    }

    @Test
    void get_missingKey_isNoSuchKey() {
        assertThatThrownBy(() -> read("missing.jpg")).isInstanceOf(NoSuchKeyException.class);
    }

    @Test
    void get_withoutCredentials_isRefused() throws IOException {
        put("plain.jpg", "x");

        String object = RawHttp.get(bucket.endpoint().getPort(), "/" + bucket.bucket() + "/plain.jpg");
        String missing = RawHttp.get(bucket.endpoint().getPort(), "/" + bucket.bucket() + "/missing.jpg");
        String listing = RawHttp.get(bucket.endpoint().getPort(), "/" + bucket.bucket());

        assertThat(RawHttp.status(object)).isEqualTo(403);
        assertThat(RawHttp.status(missing)).isIn(403, 404);
        assertThat(RawHttp.status(listing)).isEqualTo(403);
    }

    @Test
    void put_withoutCredentials_isRefusedAndWritesNothing() throws IOException {
        String request = "PUT /" + bucket.bucket()
                + "/new.jpg HTTP/1.1\r\nHost: localhost\r\nContent-Length: 1\r\nConnection: close\r\n\r\nx";

        assertThat(RawHttp.status(RawHttp.send(bucket.endpoint().getPort(), request)))
                .isEqualTo(403);
        assertThat(folder.resolve("new.jpg")).doesNotExist();
    }

    @ParameterizedTest
    @CsvSource({"ACCESS, wrong", "WRONG, right", "WRONG, wrong"})
    void get_wrongCredentials_isRefused(String access, String secret) {
        put("plain.jpg", "x");
        String accessKey = access.equals("ACCESS") ? bucket.accessKey() : access;
        String secretKey = secret.equals("right") ? bucket.secretKey() : secret;
        try (S3Client other = client(accessKey, secretKey)) {
            S3Exception refused = catchThrowableOfType(
                    S3Exception.class,
                    () -> other.getObjectAsBytes(
                            get -> get.bucket(bucket.bucket()).key("plain.jpg")));

            assertThat(refused.statusCode()).isEqualTo(403);
        }
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "/../secret.txt",
                "/%2e%2e/secret.txt",
                "/..%2fsecret.txt",
                "/%2e%2e%2fsibling%2fsecret.txt",
                "/a/../../secret.txt",
                "/../../../../../../etc/passwd",
                "//etc/passwd",
                "/%2fetc%2fpasswd"
            })
    void get_traversal_readsNothing(String path) throws IOException {
        String answer = RawHttp.get(bucket.endpoint().getPort(), "/" + bucket.bucket() + path);

        assertThat(RawHttp.status(answer)).isBetween(400, 404);
        assertThat(answer).doesNotContain("root:").doesNotEndWith("secret");
    }

    @ParameterizedTest
    @ValueSource(strings = {"../secret.txt", "a/../../secret.txt", "./x", "a/./b", "/abs", "a//b", "../new.txt"})
    void put_aKeyThatIsNotAPlainPath_isRefused(String key) {
        S3Exception refused = catchThrowableOfType(S3Exception.class, () -> put(key, "x"));

        assertThat(refused.statusCode()).isEqualTo(400);
        assertThat(root.resolve("new.txt")).doesNotExist();
    }

    @Test
    void get_signedTraversal_readsNothing() {
        S3Exception refused = catchThrowableOfType(S3Exception.class, () -> read("../secret.txt"));

        assertThat(refused.statusCode()).isEqualTo(400);
    }

    @Test
    void siblingFolders_signedRequest_areNoBuckets() {
        S3Exception refused = catchThrowableOfType(
                S3Exception.class,
                () -> bucket.client()
                        .getObjectAsBytes(get -> get.bucket("sibling").key("secret.txt")));

        assertThat(refused.statusCode()).isIn(403, 404);
        assertThat(bucket.client().listBuckets().buckets())
                .singleElement()
                .satisfies(only -> assertThat(only.name()).isEqualTo(bucket.bucket()));
    }

    @Test
    void linkOutOfTheFolder_getPutAndList_areNotFollowed() throws IOException {
        Files.createSymbolicLink(folder.resolve("out"), root.resolve("sibling"));

        assertThatThrownBy(() -> read("out/secret.txt")).isInstanceOf(NoSuchKeyException.class);
        assertThatThrownBy(() -> put("out/new.txt", "x")).isInstanceOf(S3Exception.class);
        assertThat(root.resolve("sibling/new.txt")).doesNotExist();
        assertThat(bucket.client()
                        .listObjectsV2(list -> list.bucket(bucket.bucket()))
                        .contents())
                .isEmpty();
    }

    @Test
    void list_aPipe_isRefusedWithItsNameAndOtherFoldersAreListed() throws Exception {
        Files.createDirectories(folder.resolve("a"));
        Files.createDirectories(folder.resolve("b"));
        Files.writeString(folder.resolve("b/cat.jpg"), "x");
        new ProcessBuilder("mkfifo", folder.resolve("a/pipe.jpg").toString())
                .start()
                .waitFor();

        assertThatThrownBy(() -> keys("")).hasMessageContaining("contains a/pipe.jpg, which is neither a file nor");
        assertThat(keys("b/")).containsExactly("b/cat.jpg");
    }

    @Test
    void list_aLinkToAFolderAboveIt_isRefusedWithItsName() throws IOException {
        Files.createDirectories(folder.resolve("a"));
        Files.createSymbolicLink(folder.resolve("a/loop"), Path.of(".."));

        assertThatThrownBy(() -> keys("")).hasMessageContaining("contains a/loop, which is neither a file nor");
    }

    private List<String> keys(String prefix) {
        return bucket
                .client()
                .listObjectsV2(list -> list.bucket(bucket.bucket()).prefix(prefix))
                .contents()
                .stream()
                .map(S3Object::key)
                .toList();
    }

    @Test
    void partOver255Bytes_getAndPut_areClientErrors() {
        String key = "x".repeat(256);
        S3Exception get = catchThrowableOfType(S3Exception.class, () -> read(key));
        S3Exception put = catchThrowableOfType(S3Exception.class, () -> put(key, "x"));

        assertThat(get.statusCode()).isEqualTo(404);
        assertThat(put.statusCode()).isEqualTo(400);
    }

    @Test
    void keyOver1024Bytes_get_isAClientError() {
        S3Exception get = catchThrowableOfType(S3Exception.class, () -> read("x/".repeat(512) + "x"));

        assertThat(get.statusCode()).isEqualTo(400);
    }

    @ParameterizedTest
    @ValueSource(strings = {"file.jpg/below", "folder"})
    void put_aFileInPlaceOfAFolder_isAClientError(String key) {
        put("file.jpg", "x");
        put("folder/file.jpg", "x");

        S3Exception put = catchThrowableOfType(S3Exception.class, () -> put(key, "x"));

        assertThat(put.statusCode()).isEqualTo(400);
    }

    @Test
    void reopen_typeCacheControlAndMetadata_survive() {
        PutObjectResponse stored = bucket.client()
                .putObject(
                        put -> put.bucket(bucket.bucket())
                                .key("200x200/webp/cat.jpg")
                                .contentType("image/webp")
                                .cacheControl("public, max-age=31536000, immutable")
                                .metadata(Map.of("cache-tag", "cat.jpg", "original-etag", "\"abc\"")),
                        RequestBody.fromString("webp"));
        String firstSecret = bucket.secretKey();
        bucket.close();
        bucket = LocalBucket.open(folder);

        GetObjectResponse object = bucket.client()
                .getObjectAsBytes(get -> get.bucket(bucket.bucket()).key("200x200/webp/cat.jpg"))
                .response();

        assertThat(object.contentType()).isEqualTo("image/webp");
        assertThat(object.cacheControl()).isEqualTo("public, max-age=31536000, immutable");
        assertThat(object.metadata()).containsEntry("cache-tag", "cat.jpg").containsEntry("original-etag", "\"abc\"");
        assertThat(object.eTag()).isEqualTo(stored.eTag());
        assertThat(bucket.secretKey()).isNotEqualTo(firstSecret);
    }

    @Test
    void eTag_filePutByHand_changesWithTheFile() throws IOException {
        Files.writeString(folder.resolve("hand.jpg"), "one");
        String first = eTag("hand.jpg");
        Files.writeString(folder.resolve("hand.jpg"), "another");

        assertThat(first).isNotNull().isNotEqualTo(eTag("hand.jpg"));
    }

    @Test
    void conditions_filePutByHand_areJudgedByItsETag() throws IOException {
        Files.writeString(folder.resolve("hand.jpg"), "one");
        String tag = eTag("hand.jpg");

        S3Exception same = catchThrowableOfType(
                S3Exception.class,
                () -> bucket.client()
                        .getObjectAsBytes(get ->
                                get.bucket(bucket.bucket()).key("hand.jpg").ifNoneMatch(tag)));
        S3Exception other = catchThrowableOfType(
                S3Exception.class,
                () -> bucket.client()
                        .getObjectAsBytes(get ->
                                get.bucket(bucket.bucket()).key("hand.jpg").ifMatch("\"other\"")));

        assertThat(same.statusCode()).isEqualTo(304);
        assertThat(other.statusCode()).isEqualTo(412);
        assertThat(bucket.client()
                        .getObjectAsBytes(get ->
                                get.bucket(bucket.bucket()).key("hand.jpg").ifMatch(tag))
                        .asUtf8String())
                .isEqualTo("one");
    }

    @Test
    void put_halfWritten_isNotVisible() {
        String key = "half.jpg";
        RequestBody unfinished = RequestBody.fromInputStream(new ByteArrayInputStream(new byte[10]), 1_000);

        assertThatThrownBy(() -> bucket.client()
                        .putObject(put -> put.bucket(bucket.bucket()).key(key), unfinished))
                .isNotNull();
        assertThatThrownBy(() -> read(key)).isInstanceOf(NoSuchKeyException.class);
    }

    @Test
    void open_aFileInPlaceOfTheFolder_isReported() throws IOException {
        Path file = Files.writeString(root.resolve("file"), "x");

        assertThatThrownBy(() -> LocalBucket.open(file)).hasMessageContaining("file");
    }

    private void put(String key, String content) {
        bucket.client().putObject(put -> put.bucket(bucket.bucket()).key(key), RequestBody.fromString(content));
    }

    private String read(String key) {
        return bucket.client()
                .getObjectAsBytes(get -> get.bucket(bucket.bucket()).key(key))
                .asUtf8String();
    }

    private String eTag(String key) {
        return bucket.client()
                .headObject(head -> head.bucket(bucket.bucket()).key(key))
                .eTag();
    }

    private S3Client client(String accessKey, String secretKey) {
        return S3Client.builder()
                .httpClientBuilder(UrlConnectionHttpClient.builder())
                .endpointOverride(bucket.endpoint())
                .forcePathStyle(true)
                .region(Region.US_EAST_1)
                .credentialsProvider(StaticCredentialsProvider.create(AwsBasicCredentials.create(accessKey, secretKey)))
                .build();
    }
}
