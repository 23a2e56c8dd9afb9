package io.edgepix.bench.edge;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

final class EdgeCaseTest {
    @Test
    void aPictureWithASpace_isEncodedInThePathOnly() {
        EdgeCase edgeCase = new EdgeCase("a cat.jpg", "200x200");
        assertThat(edgeCase.uri()).isEqualTo("/200x200/webp/a%20cat.jpg");
        assertThat(edgeCase.key()).isEqualTo("200x200/webp/a cat.jpg");
    }
}
