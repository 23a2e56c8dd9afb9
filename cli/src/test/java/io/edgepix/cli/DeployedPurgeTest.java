package io.edgepix.cli;

import static org.assertj.core.api.Assertions.assertThat;

import io.edgepix.localedge.bucket.LocalBucket;
import java.io.BufferedReader;
import java.io.File;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import software.amazon.awssdk.core.sync.RequestBody;

/** Runs the program in its own process, with a script as the AWS CLI and a local bucket as S3. */
class DeployedPurgeTest {
    /** Records its arguments, and answers with the files next to it. */
    private static final String AWS = """
            #!/usr/bin/env bash
            cd "$(dirname "${BASH_SOURCE[0]}")"
            printf '<%s>' "$@" >>log && echo >>log
            echo 'a warning' >&2
            case "$1 $2" in
              'cloudformation describe-stacks') cat stack.json ;;
              'configure export-credentials') cat credentials.json ;;
              'cloudfront create-invalidation') cat invalidation ;;
              'cloudfront wait') ;;
              *) exit 252 ;;
            esac
            """;

    private static final String STACK = """
            {"Stacks": [{"Parameters": [{"ParameterKey": "BucketRegion", "ParameterValue": "%s"}],
              "Outputs": [{"OutputKey": "Bucket", "OutputValue": "%s"},
                {"OutputKey": "DistributionId", "OutputValue": "E1ABC"}]}]}
            """;

    private static final String CREATES =
            "<cloudfront><create-invalidation><--distribution-id><E1ABC><--paths><#a%20b/cat.jpg></a%20b/cat.jpg>"
                    + "<#it's.jpg></it's.jpg><--query><Invalidation.Id><--output><text>";

    @TempDir
    Path temp;

    private Path pictures;
    private Path fake;
    private LocalBucket bucket;
    private String err = "";

    @BeforeEach
    void open() throws IOException {
        pictures = Files.createDirectory(temp.resolve("pictures"));
        fake = Files.createDirectory(temp.resolve("fake"));
        bucket = LocalBucket.open(pictures);
        Path aws = fake.resolve("aws");
        Files.writeString(aws, AWS);
        Files.setPosixFilePermissions(aws, PosixFilePermissions.fromString("rwx------"));
        write("stack.json", STACK.formatted("eu-central-1", bucket.bucket()));
        write("invalidation", "I2XYZ\n");
        write(
                "credentials.json",
                "{\"Version\": 1, \"AccessKeyId\": \"" + bucket.accessKey() + "\", \"SecretAccessKey\": \""
                        + bucket.secretKey() + "\"}");
        for (String key : List.of("a b/cat.jpg", "1x/webp/dog.jpg")) {
            Files.createDirectories(pictures.resolve(key).getParent());
            Files.writeString(pictures.resolve(key), "picture");
        }
        derive("1x/webp/a b/cat.jpg");
        derive("x2-cover/png/it's.jpg");
    }

    @AfterEach
    void close() {
        bucket.close();
    }

    @Test
    void purge_ofAStack_removesInvalidatesAndWaits() throws Exception {
        List<String> printed = run(0, "a b/cat.jpg", "it's.jpg", "--stack", "edgepix", "--wait");

        assertThat(printed)
                .containsExactly(
                        "2 derivatives removed from the bucket edgepix-local",
                        "invalidation I2XYZ of the distribution E1ABC is in progress",
                        "invalidation I2XYZ is complete");
        assertThat(err).isEmpty();
        assertThat(calls())
                .containsExactly(
                        "<cloudformation><describe-stacks><--region><us-east-1><--stack-name><edgepix><--output><json>",
                        "<configure><export-credentials><--format><process>",
                        CREATES,
                        "<cloudfront><wait><invalidation-completed><--distribution-id><E1ABC><--id><I2XYZ>");
        assertThat(pictures.resolve("1x/webp/a b/cat.jpg")).doesNotExist();
        assertThat(pictures.resolve("x2-cover/png/it's.jpg")).doesNotExist();
        assertThat(pictures.resolve("a b/cat.jpg")).exists();
        assertThat(pictures.resolve("1x/webp/dog.jpg")).exists();
    }

    @Test
    void purge_asADryRun_printsAllAndChangesNothing() throws Exception {
        List<String> printed = run(0, "a b/cat.jpg", "it's.jpg", "--stack", "edgepix", "--dry-run");

        assertThat(printed)
                .containsExactlyInAnyOrder(
                        "s3://edgepix-local/1x/webp/a b/cat.jpg",
                        "s3://edgepix-local/x2-cover/png/it's.jpg",
                        "aws cloudfront create-invalidation --distribution-id E1ABC --paths '#a%20b/cat.jpg'"
                                + " '/a%20b/cat.jpg' '#it'\\''s.jpg' '/it'\\''s.jpg'");
        assertThat(calls()).hasSize(2).noneMatch(call -> call.contains("cloudfront"));
        assertThat(pictures.resolve("1x/webp/a b/cat.jpg")).exists();
    }

    @Test
    void purge_ofABucketWithoutADistribution_printsTheInvalidation() throws Exception {
        List<String> printed = run(0, "it's.jpg", "--bucket", bucket.bucket(), "--region", "eu-central-1");

        assertThat(printed)
                .containsExactly(
                        "1 derivatives removed from the bucket edgepix-local",
                        "aws cloudfront create-invalidation --distribution-id DISTRIBUTION --paths '#it'\\''s.jpg'"
                                + " '/it'\\''s.jpg'");
        assertThat(err).contains("until these commands are run, CloudFront serves its cached answers");
        assertThat(pictures.resolve("x2-cover/png/it's.jpg")).doesNotExist();
    }

    @Test
    void purge_ifTheCliExportsNoCredentials_usesThoseOfTheSdkAndReportsIt() throws Exception {
        Files.delete(fake.resolve("credentials.json"));

        run(0, "it's.jpg", "--stack", "edgepix");

        assertThat(err).startsWith("dev: using the credentials that the AWS SDK finds");
        assertThat(pictures.resolve("x2-cover/png/it's.jpg")).doesNotExist();
    }

    @Test
    void purge_ifTheInvalidationFails_printsTheRemainingSteps() throws Exception {
        Files.delete(fake.resolve("invalidation"));

        List<String> printed = run(1, "it's.jpg", "--stack", "edgepix");

        assertThat(printed).containsExactly("1 derivatives removed from the bucket edgepix-local");
        assertThat(err)
                .contains("aws cloudfront create-invalidation failed: a warning")
                .contains("to invalidate: aws cloudfront create-invalidation --distribution-id E1ABC");
    }

    @Test
    void purge_ofARegionalStack_readsTheStackAndTheBucketInItsRegion() throws Exception {
        write("stack.json", STACK.formatted("", bucket.bucket()));

        run(0, "it's.jpg", "--stack", "edgepix", "--region", "eu-west-1");

        assertThat(calls().getFirst()).contains("<describe-stacks><--region><eu-west-1><--stack-name><edgepix>");
        assertThat(pictures.resolve("x2-cover/png/it's.jpg")).doesNotExist();
    }

    @Test
    void purge_ofAMissingStack_removesNothing() throws Exception {
        Files.delete(fake.resolve("stack.json"));

        assertThat(run(1, "it's.jpg", "--stack", "edgepix")).isEmpty();

        assertThat(err).startsWith("dev: aws cloudformation describe-stacks failed: ");
        assertThat(pictures.resolve("x2-cover/png/it's.jpg")).exists();
    }

    @Test
    void purge_ofAnotherStack_removesNothing() throws Exception {
        write("stack.json", "{\"Stacks\": [{\"StackName\": \"other\"}]}");

        assertThat(run(1, "it's.jpg", "--stack", "other")).isEmpty();

        assertThat(err).startsWith("dev: the stack other: expected the outputs Bucket");
    }

    @Test
    void purge_ofABucketThatIsNotOurs_invalidatesNothing() throws Exception {
        write("stack.json", STACK.formatted("us-east-1", "another-bucket"));

        assertThat(run(1, "it's.jpg", "--stack", "edgepix")).isEmpty();

        assertThat(err).startsWith("dev: cannot purge the bucket another-bucket: ");
        assertThat(calls()).noneMatch(call -> call.contains("cloudfront"));
    }

    @Test
    void purge_byPrefix_removesAndInvalidatesOriginalsByAWildcardAndDerivativesByTags() throws Exception {
        derive("1x/webp/a b/cat.jpg", "x2/png/a b/dog.jpg", "1x/webp/a/cat.jpg");

        List<String> printed = run(0, "a b/", "--prefix", "--stack", "edgepix");

        assertThat(printed)
                .containsExactly(
                        "2 derivatives of 2 originals, 14 bytes removed from the bucket edgepix-local",
                        "invalidation I2XYZ of the distribution E1ABC is in progress");
        assertThat(calls().getLast()).contains("<--paths></a%20b/*><#a%20b/cat.jpg><#a%20b/dog.jpg><--query>");
        assertThat(pictures.resolve("1x/webp/a b/cat.jpg")).doesNotExist();
        assertThat(pictures.resolve("1x/webp/a/cat.jpg")).exists();
        assertThat(pictures.resolve("a b/cat.jpg")).exists();
    }

    @Test
    void purge_byPrefixAsADryRun_countsAndChangesNothing() throws Exception {
        derive("1x/webp/a b/cat.jpg");

        List<String> printed = run(0, "a b/", "--prefix", "--stack", "edgepix", "--dry-run");

        assertThat(printed)
                .containsExactly(
                        "1 derivatives of 1 originals, 7 bytes would be removed from the bucket edgepix-local",
                        "aws cloudfront create-invalidation --distribution-id E1ABC --paths '/a%20b/*'"
                                + " '#a%20b/cat.jpg'");
        assertThat(calls()).noneMatch(call -> call.contains("cloudfront"));
        assertThat(pictures.resolve("1x/webp/a b/cat.jpg")).exists();
    }

    @Test
    void purge_ofAll_leavesObjectsWithoutMetadataAndInvalidatesEverything() throws Exception {
        derive("1x/webp/a b/cat.jpg");

        List<String> printed = run(0, "--all", "--yes", "--stack", "edgepix");

        assertThat(printed)
                .startsWith("2 derivatives of 2 originals, 14 bytes (1 objects in such folders are not derivatives, and"
                        + " remain) removed from the bucket edgepix-local");
        assertThat(calls().getLast()).contains("<--paths></*><--query>");
        assertThat(pictures.resolve("1x/webp/dog.jpg")).exists();
        assertThat(pictures.resolve("1x/webp/a b/cat.jpg")).doesNotExist();
    }

    @Test
    void purge_ofAllWithoutATerminal_removesNothing() throws Exception {
        derive("1x/webp/a b/cat.jpg");

        assertThat(run(1, "--all", "--stack", "edgepix")).isEmpty();

        assertThat(err)
                .isEqualTo("dev: nothing was removed: expected --yes, or a terminal for the confirmation, got neither");
        assertThat(pictures.resolve("1x/webp/a b/cat.jpg")).exists();
        assertThat(calls()).noneMatch(call -> call.contains("cloudfront"));
    }

    @Test
    void purge_byPrefixOfTooManyPaths_invalidatesEverythingAndReportsIt() throws Exception {
        for (int i = 0; i <= 500; i++) {
            Files.writeString(pictures.resolve("a b/" + i + ".jpg"), "original");
        }

        run(0, "a b/", "--prefix", "--stack", "edgepix");

        assertThat(err).contains("more than 500").contains("everything is invalidated");
        assertThat(calls().getLast()).contains("<--paths></*><--query>");
    }

    private void derive(String... keys) {
        for (String key : keys) {
            bucket.client()
                    .putObject(
                            put -> put.bucket(bucket.bucket()).key(key).metadata(Map.of("original-etag", "\"e\"")),
                            RequestBody.fromString("picture"));
        }
    }

    private List<String> run(int status, String... arguments) throws Exception {
        List<String> command = new ArrayList<>(List.of(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-Dstdout.encoding=UTF-8",
                "-cp",
                System.getProperty("java.class.path"),
                Edgepix.class.getName(),
                "purge"));
        command.addAll(List.of(arguments));
        ProcessBuilder program = new ProcessBuilder(command);
        program.environment().clear();
        program.environment()
                .putAll(Map.of(
                        "PATH", fake + File.pathSeparator + System.getenv("PATH"),
                        "LC_ALL", "C.UTF-8",
                        "AWS_ACCESS_KEY_ID", bucket.accessKey(),
                        "AWS_SECRET_ACCESS_KEY", bucket.secretKey(),
                        "AWS_ENDPOINT_URL_S3", bucket.endpoint().toString()));
        Process process = program.start();
        CompletableFuture<String> complaint = CompletableFuture.supplyAsync(() -> text(process.errorReader()));
        String printed = text(process.inputReader());
        err = complaint.join();
        assertThat(process.waitFor()).as(err).isEqualTo(status);
        return printed.lines().toList();
    }

    private static String text(BufferedReader reader) {
        return String.join("\n", reader.lines().toList());
    }

    private void write(String file, String text) throws IOException {
        Files.writeString(fake.resolve(file), text, StandardCharsets.UTF_8);
    }

    private List<String> calls() throws IOException {
        return Files.readAllLines(fake.resolve("log"));
    }
}
