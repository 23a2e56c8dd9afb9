package io.edgepix.localedge;

import static io.edgepix.localedge.LocalDeploymentFixture.header;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.Parameter;

/** Tests derivatives stored before their original was deleted, or before client hints were enabled. */
@BothStacks
class StoredBeforeTest {
    private static final String HINTS = "{\"clientHints\":{\"dpr\":true}}";
    private static final String DERIVATIVE = "/cat.jpg?d=100x";

    @Parameter
    @SuppressWarnings("NullAway.Init") // set by JUnit
    StackUnderTest stack;

    @TempDir
    Path folder;

    @Test
    void ifTheOriginalIsDeleted_itsDerivativesAreServedUntilAPurge() throws IOException {
        try (LocalDeploymentFixture edge = new LocalDeploymentFixture(stack, folder, "{}")) {
            edge.put("cat.jpg", Pictures.jpeg(300, 200));
            edge.get(DERIVATIVE);
            Files.delete(folder.resolve("cat.jpg"));

            assertThat(edge.get(DERIVATIVE).statusCode()).isEqualTo(200);
        }
        try (LocalDeploymentFixture edge = new LocalDeploymentFixture(stack, folder, "{}")) {
            assertThat(edge.get(DERIVATIVE).statusCode()).isEqualTo(200);
            assertThat(edge.get("/cat.jpg?d=200x").statusCode()).isEqualTo(404);

            edge.send("PURGE", "/cat.jpg");

            assertThat(edge.get(DERIVATIVE).statusCode()).isEqualTo(404);
            assertThat(edge.get("/cat.jpg").statusCode()).isEqualTo(404);
            assertThat(edge.renderings()).isZero();
        }
    }

    @Test
    void ifHintsAreEnabledLater_storedDerivativesKeepTheirVaryUntilAPurge() {
        try (LocalDeploymentFixture edge = new LocalDeploymentFixture(stack, folder, "{}")) {
            edge.put("cat.jpg", Pictures.jpeg(300, 200));
            edge.get(DERIVATIVE);
        }
        try (LocalDeploymentFixture edge = new LocalDeploymentFixture(stack, folder, HINTS)) {
            assertThat(header(edge.get(DERIVATIVE), "vary")).isEqualTo(stack.ofS3("Accept, User-Agent", ""));

            edge.send("PURGE", "/cat.jpg");

            assertThat(header(edge.get(DERIVATIVE), "vary")).isEqualTo("Accept, User-Agent, Sec-CH-DPR");
            assertThat(edge.renderings()).isOne();
        }
    }
}
