package io.edgepix.localedge;

import static io.edgepix.localedge.LocalDeploymentFixture.header;
import static org.assertj.core.api.Assertions.assertThat;

import java.net.http.HttpResponse;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.Parameter;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Tests that a derivative has the same answer whether it was just rendered or is stored in the bucket. */
@BothStacks
class FirstAnswerTest {
    @Parameter
    @SuppressWarnings("NullAway.Init") // set by JUnit
    StackUnderTest stack;

    @TempDir
    Path folder;

    @ParameterizedTest
    @ValueSource(strings = {"200x200", "4096x4096"})
    void aViewerThatHasTheFirstAnswer_asksAgain_is304BeforeAndAfterARestart(String size) {
        String url = "/cat.jpg?d=" + size + "&f=webp";
        HttpResponse<byte[]> first;
        try (LocalDeploymentFixture edge = new LocalDeploymentFixture(stack, folder, "{}")) {
            edge.put("cat.jpg", Pictures.jpeg(800, 400));
            first = edge.get(url);
            assertThat(header(first, "etag")).isNotEmpty();
            assertThat(header(first, "last-modified")).endsWith(" GMT");
            assertNotModified(edge, url, first);
        }
        try (LocalDeploymentFixture edge = new LocalDeploymentFixture(stack, folder, "{}")) {
            assertNotModified(edge, url, first);
            assertThat(edge.renderings()).isZero();
        }
    }

    private static void assertNotModified(LocalDeploymentFixture edge, String url, HttpResponse<byte[]> first) {
        HttpResponse<byte[]> byTag = edge.get(url, "if-none-match", header(first, "etag"));
        HttpResponse<byte[]> byDate = edge.get(url, "if-modified-since", header(first, "last-modified"));

        assertThat(byTag.statusCode()).isEqualTo(304);
        assertThat(byTag.body()).isEmpty();
        assertThat(byDate.statusCode()).isEqualTo(304);
    }

    @Test
    void aDerivativeThatCannotBeStored_hasTheEtagThatS3WillGiveIt() {
        String url = "/cat.jpg?d=200x200&f=webp";
        BucketFaults faults = new BucketFaults();
        faults.putsFail = true;
        String first;
        try (LocalDeploymentFixture edge = new LocalDeploymentFixture(stack, folder, "{}", faults)) {
            edge.put("cat.jpg", Pictures.jpeg(800, 400));
            first = header(edge.get(url), "etag");
        }
        try (LocalDeploymentFixture edge = new LocalDeploymentFixture(stack, folder, "{}")) {
            edge.get(url);
        }
        try (LocalDeploymentFixture edge = new LocalDeploymentFixture(stack, folder, "{}")) {
            assertThat(header(edge.get(url), "etag")).isEqualTo(first).isNotEmpty();
            assertThat(edge.renderings()).isZero();
        }
    }
}
