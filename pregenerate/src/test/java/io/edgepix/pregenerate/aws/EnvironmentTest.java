package io.edgepix.pregenerate.aws;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Path;
import java.util.HashMap;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class EnvironmentTest {
    private final Map<String, String> variables = new HashMap<>(Map.of(
            "BUCKET", "b",
            "AWS_REGION", "eu-west-1",
            "QUEUE_URL", "q",
            "HEAVY_QUEUE_URL", "",
            "DEAD_LETTER_QUEUE_URL", "d",
            "DISTRIBUTION_ID", ""));

    @Test
    void read_onlyWhatIsRequired_hasDefaults() {
        variables.put("LAMBDA_TASK_ROOT", "/var/task");

        Environment environment = Environment.read(variables);

        assertThat(environment.heavyQueue()).isEmpty();
        assertThat(environment.distribution()).isEmpty();
        assertThat(environment.maxDeliveries()).isEqualTo(5);
        assertThat(environment.config()).isEqualTo(Path.of("/var/task/edgepix.json"));
        assertThat(environment.memoryMegabytes()).isZero();
    }

    @Test
    void read_everything_isUsed() {
        variables.putAll(Map.of(
                "HEAVY_QUEUE_URL", "h",
                "DISTRIBUTION_ID", "E1",
                "MAX_DELIVERIES", "3",
                "EDGEPIX_CONFIG", "/c.json",
                "AWS_LAMBDA_FUNCTION_MEMORY_SIZE", "1769"));

        Environment environment = Environment.read(variables);

        assertThat(environment.heavyQueue()).contains("h");
        assertThat(environment.distribution()).contains("E1");
        assertThat(environment.maxDeliveries()).isEqualTo(3);
        assertThat(environment.config()).isEqualTo(Path.of("/c.json"));
        assertThat(environment.memoryMegabytes()).isEqualTo(1769);
    }

    @ParameterizedTest
    @ValueSource(strings = {"BUCKET", "AWS_REGION", "QUEUE_URL", "DEAD_LETTER_QUEUE_URL"})
    void read_aMissingVariable_isNamed(String name) {
        variables.remove(name);

        assertThatThrownBy(() -> Environment.read(variables))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage(name + ": expected a value, got none");
    }

    @Test
    void read_aNumberThatIsNone_isNamed() {
        variables.put("MAX_DELIVERIES", "many");

        assertThatThrownBy(() -> Environment.read(variables))
                .hasMessage("MAX_DELIVERIES: expected a whole number, got many");
    }
}
