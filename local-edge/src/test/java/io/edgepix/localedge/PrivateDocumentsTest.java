package io.edgepix.localedge;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.Parameter;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Tests that viewers can read nothing in the folder for documents, unless it is public. */
@BothStacks
class PrivateDocumentsTest {
    private static final String PDF = "invoices/1.pdf";
    private static final String PICTURE = "invoices/signature.jpg";

    @Parameter
    @SuppressWarnings("NullAway.Init") // set by JUnit
    StackUnderTest stack;

    @TempDir
    Path folder;

    private LocalDeploymentFixture edge(String documents) {
        LocalDeploymentFixture edge = new LocalDeploymentFixture(stack, folder, "{\"documents\": {" + documents + "}}");
        edge.put(PDF, new byte[] {'%', 'P', 'D', 'F'});
        edge.put(PICTURE, Pictures.jpeg(300, 200));
        return edge;
    }

    @Test
    void aPrivateFolder_answersAsIfNothingWereInIt() {
        try (LocalDeploymentFixture edge = edge("\"prefix\": \"invoices/\"")) {
            HttpResponse<byte[]> missing = edge.get("/invoices/missing.pdf");

            assertThat(missing.statusCode()).isEqualTo(stack.closedStatus());
            for (String path : new String[] {"/" + PDF, "/" + PICTURE, "/%69nvoices%2F1.pdf"}) {
                HttpResponse<byte[]> closed = edge.get(path);
                assertThat(closed.statusCode()).as(path).isEqualTo(missing.statusCode());
                assertThat(closed.headers().firstValue("cache-control"))
                        .isEqualTo(missing.headers().firstValue("cache-control"));
                assertThat(new String(closed.body(), StandardCharsets.UTF_8)).doesNotContain("%PDF", "later");
            }
            for (String path : new String[] {
                "/" + PICTURE + "?d=100x100",
                "/100x100/webp/" + PICTURE,
                "/" + PDF + "?d=100x100",
                "/invoices/x?d=100x100"
            }) {
                assertThat(edge.get(path).statusCode()).as(path).isEqualTo(404);
            }
            assertThat(edge.renderings()).isZero();
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"\"prefix\": \"invoices/\", \"public\": true", "\"prefix\": \"letters/\"", ""})
    void aFolderThatIsNotPrivate_isServed(String documents) {
        try (LocalDeploymentFixture edge = edge(documents)) {
            assertThat(edge.get("/" + PDF).statusCode()).isEqualTo(200);
            assertThat(edge.get("/" + PDF).headers().firstValue("content-type")).contains("application/pdf");
            assertThat(edge.get("/100x100/webp/" + PICTURE).statusCode()).isEqualTo(200);
        }
    }
}
