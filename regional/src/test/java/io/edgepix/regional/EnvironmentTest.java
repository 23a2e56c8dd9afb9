package io.edgepix.regional;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.edgepix.regional.Environment.Role;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Tests the environment variables. */
class EnvironmentTest {
    private final Map<String, String> variables = new HashMap<>(
            Map.of("EDGEPIX_BUCKET", "pictures", "AWS_REGION", "eu-west-1", "LAMBDA_TASK_ROOT", "/var/task"));

    @Test
    void read_theBucketAlone_isTheOnlyFunction() {
        assertThat(Environment.read(variables))
                .isEqualTo(new Environment(
                        "pictures", "eu-west-1", Role.FIRST, false, false, Path.of("/var/task/edgepix.json"), false));
    }

    @Test
    void read_everyVariable_isTheFirstOfTwo() {
        variables.putAll(Map.of(
                "EDGEPIX_BUCKET_REGION", "us-east-1",
                "EDGEPIX_ROLE", "first",
                "EDGEPIX_HAS_BIG", "true",
                "EDGEPIX_LOOKS_IN_S3", "true",
                "EDGEPIX_CONFIG", "/etc/edgepix.json",
                "AWS_ENDPOINT_URL_S3", "http://localhost:1"));

        assertThat(Environment.read(variables))
                .isEqualTo(new Environment(
                        "pictures", "us-east-1", Role.FIRST, true, true, Path.of("/etc/edgepix.json"), true));
    }

    @Test
    void read_theLargerFunction_looksInTheBucketAndHasNoLargerOne() {
        variables.putAll(Map.of("EDGEPIX_ROLE", "big", "EDGEPIX_HAS_BIG", "true", "EDGEPIX_LOOKS_IN_S3", "false"));

        Environment read = Environment.read(variables);

        assertThat(read.role()).isEqualTo(Role.BIG);
        assertThat(read.hasLarger()).isFalse();
        assertThat(read.looksInStore()).isTrue();
    }

    @ParameterizedTest
    @CsvSource({
        "EDGEPIX_BUCKET, '', 'EDGEPIX_BUCKET: expected a value, got none'",
        "AWS_REGION, '', 'AWS_REGION: expected a value, got none'",
        "EDGEPIX_ROLE, second, 'EDGEPIX_ROLE: expected big or first, got second'",
        "EDGEPIX_HAS_BIG, 1, 'EDGEPIX_HAS_BIG: expected true or false, got 1'"
    })
    void read_aWrongVariable_isNamed(String name, String value, String message) {
        variables.put(name, value);

        assertThatThrownBy(() -> Environment.read(variables)).hasMessage(message);
    }
}
