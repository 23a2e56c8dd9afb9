package io.edgepix.localedge;

import static org.assertj.core.api.Assertions.assertThat;

import io.edgepix.cloudformation.Stack;
import io.edgepix.cloudformation.Template;
import io.edgepix.cloudformation.Values;
import io.edgepix.configuration.Config;
import io.edgepix.configuration.ConfigReader;
import io.edgepix.derivation.store.InternalKeys;
import io.edgepix.derivative.Derivative;
import io.edgepix.derivative.Fit;
import io.edgepix.derivative.Focus;
import io.edgepix.derivative.Format;
import io.edgepix.derivative.Key;
import io.edgepix.derivative.PathGrammar;
import io.edgepix.derivative.Quality;
import io.edgepix.derivative.Size;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Tests that the policies of the template allow what the function does in the bucket, in every format. */
class RightsTest {
    private static final Map<String, String> PARAMETERS = Map.of(
            "ArtifactBucket", "artifacts",
            "ViewerRequestKey", "viewer-request.zip",
            "ViewerRequestSha256", "A".repeat(43) + "=",
            "OriginResponseKey", "origin-response.zip",
            "OriginResponseSha256", "A".repeat(43) + "=",
            "ConfigSha256", "0".repeat(64),
            "BucketName", "pictures");

    /** Returns the resources of the statement that allows an action. */
    private static List<String> resources(String action) {
        Stack stack = Template.edgepix().evaluate(PARAMETERS);
        return stack.resources().values().stream()
                .filter(resource -> resource.id().equals("OriginResponsePictures"))
                .flatMap(policy -> Values.list(policy.at("PolicyDocument", "Statement")).stream())
                .map(Values::map)
                .filter(statement -> Values.list(statement.get("Action")).contains(action))
                .flatMap(statement -> Values.list(statement.get("Resource")).stream())
                .map(String::valueOf)
                .toList();
    }

    /** Returns the resources that match a key. In IAM a wildcard matches slashes too. */
    private static Stream<String> allowing(String action, String key) {
        String arn = "arn:aws:s3:::pictures/" + key;
        return resources(action).stream()
                .filter(resource -> arn.matches(
                        Stream.of(resource.split("\\*", -1)).map(Pattern::quote).collect(Collectors.joining(".*"))));
    }

    @ParameterizedTest
    @EnumSource
    void theFunction_mayWriteAndDeleteDerivativesInEveryFormat(Format format) {
        Config config = ConfigReader.read("{\"avif\":true}");
        String key = new PathGrammar(config.offer())
                .key(new Derivative(
                        new Size(200, 0), Fit.CONTAIN, Focus.CENTRE, Quality.DEFAULT, format, new Key("a/cat.jpg")))
                .value();

        assertThat(allowing("s3:PutObject", key)).as(key).hasSize(1);
        assertThat(allowing("s3:DeleteObject", key)).as(key).hasSize(1);
    }

    @ParameterizedTest
    @EnumSource
    void theFunction_mayAskTheQueueForDerivativesInEveryFormat(Format format) {
        String derivative = "200x200-cover/" + format.token() + "/a/cat.jpg";
        String key = InternalKeys.request(new Key(derivative)).orElseThrow().value();

        assertThat(allowing("s3:PutObject", key)).as(key).hasSize(1);
    }

    @ParameterizedTest
    @ValueSource(strings = {".edgepix/jobs/a/job.json", ".edgepix/jobs/a/parts/00000001.json"})
    void theFunction_mayNotWriteTheStateOfJobs(String key) {
        assertThat(allowing("s3:PutObject", key)).isEmpty();
        assertThat(allowing("s3:DeleteObject", key)).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(strings = {"cat.jpg", "a/cat.jpg", "a/b/cat.jpg", "webp/cat.jpg"})
    void theFunction_mayNeitherWriteNorDeleteOriginals(String key) {
        assertThat(allowing("s3:GetObject", key)).hasSize(1);
        assertThat(allowing("s3:PutObject", key)).isEmpty();
        assertThat(allowing("s3:DeleteObject", key)).isEmpty();
    }
}
