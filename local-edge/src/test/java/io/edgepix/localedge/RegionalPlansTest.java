package io.edgepix.localedge;

import static io.edgepix.localedge.LocalDeploymentFixture.header;
import static org.assertj.core.api.Assertions.assertThat;

import io.edgepix.configuration.ConfigReader;
import io.edgepix.imaging.Renderer;
import io.edgepix.imaging.model.Notice;
import io.edgepix.imaging.model.RenderRequest;
import java.io.ByteArrayOutputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;
import java.util.function.Consumer;
import java.util.function.UnaryOperator;
import java.util.zip.CRC32;
import java.util.zip.Deflater;
import java.util.zip.DeflaterOutputStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.Parameter;
import org.junit.jupiter.params.ParameterizedClass;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;

/** Tests the regional stack in every plan of CloudFront: large derivatives, large originals, and what S3 answers. */
@ParameterizedClass(name = "{0}")
@EnumSource(LocalStack.Plan.class)
class RegionalPlansTest {
    private static final int FOLLOWED = 5;
    /** 120 million pixels. */
    private static final int WIDTH = 12_000;

    private static final int HEIGHT = 10_000;

    @Parameter
    @SuppressWarnings("NullAway.Init") // set by JUnit
    LocalStack.Plan plan;

    @TempDir
    Path folder;

    private LocalDeploymentFixture start(UnaryOperator<Renderer> aroundRenderer) {
        LocalStack stack = LocalStack.regional(plan, LocalStack.ViewerRequestType.FUNCTION);
        return new LocalDeploymentFixture(
                folder,
                new BucketFaults(),
                (bucket, log) ->
                        RegionalFunctions.ofClasses(ConfigReader.defaults(), stack, bucket, log, aroundRenderer));
    }

    private LocalDeploymentFixture start() {
        return start(UnaryOperator.identity());
    }

    /** Requests a path, and follows redirections, of which there are few. */
    private static HttpResponse<byte[]> follow(LocalDeploymentFixture edge, String path) {
        HttpResponse<byte[]> answer = edge.get(path);
        for (int i = 0; i < FOLLOWED && answer.statusCode() == 302; i++) {
            answer = edge.get(header(answer, "location"));
        }
        return answer;
    }

    /** Tells whether the function answered, not S3. */
    private static boolean isByFunction(HttpResponse<byte[]> answer) {
        return !header(answer, "x-amzn-requestid").isEmpty();
    }

    @Test
    void aDerivative_isRenderedOnceAndThenAnsweredByS3_orByTheFunctionWithoutAGroup() {
        try (LocalDeploymentFixture edge = start()) {
            edge.put("cat.jpg", Pictures.jpeg(800, 400));

            HttpResponse<byte[]> first = edge.get("/cat.jpg?d=200x200&f=webp");

            assertThat(first.statusCode()).isEqualTo(200);
            assertThat(isByFunction(first)).isTrue();
            assertThat(header(edge.get("/cat.jpg?d=200x200&f=webp"), "x-cache")).isEqualTo("Hit from edgepix");
        }
        try (LocalDeploymentFixture edge = start()) {
            HttpResponse<byte[]> again = edge.get("/cat.jpg?d=200x200&f=webp");

            assertThat(again.statusCode()).isEqualTo(200);
            assertThat(header(again, "x-cache")).isEqualTo("Miss from edgepix");
            assertThat(isByFunction(again)).isEqualTo(!hasGroup());
            assertThat(edge.renderings()).isZero();
        }
    }

    private boolean hasGroup() {
        return plan == LocalStack.Plan.NONE || plan == LocalStack.Plan.PREMIUM;
    }

    @Test
    void anOriginal_isAnsweredByS3() {
        try (LocalDeploymentFixture edge = start()) {
            edge.put("cat.jpg", Pictures.jpeg(300, 200));

            HttpResponse<byte[]> answer = edge.get("/cat.jpg");

            assertThat(answer.body()).isEqualTo(Pictures.jpeg(300, 200));
            assertThat(isByFunction(answer)).isFalse();
            assertThat(header(answer, "access-control-allow-origin")).isEqualTo("*");
            assertThat(header(answer, "x-content-type-options")).isEqualTo("nosniff");
        }
    }

    @ParameterizedTest
    @CsvSource({"3000000, 200", "4500000, 200", "4500001, 302", "6000000, 302"})
    void aLargeDerivative_isAnsweredOrRedirectedTo(int bytes, int status) {
        try (LocalDeploymentFixture edge = start(renderer -> rendering(renderer, bytes))) {
            edge.put("cat.jpg", Pictures.jpeg(800, 400));

            HttpResponse<byte[]> first = edge.get("/cat.jpg?d=200x200&f=webp");
            HttpResponse<byte[]> followed = follow(edge, "/cat.jpg?d=200x200&f=webp");

            assertThat(first.statusCode()).isEqualTo(status);
            assertThat(followed.statusCode()).as("in the same second").isEqualTo(200);
            assertThat(followed.body()).hasSize(bytes);
            edge.passSeconds(2);
            assertThat(follow(edge, "/cat.jpg?d=200x200&f=webp").body()).hasSize(bytes);
            assertThat(edge.renderings()).isOne();
            assertThat(edge.log).noneMatch(line -> line.contains("rule broken"));
        }
    }

    private static Renderer rendering(Renderer renderer, int bytes) {
        return new DelegatingRenderer(renderer) {
            @Override
            public List<byte[]> renderAll(byte[] original, List<RenderRequest> requests, Consumer<Notice> notices) {
                return List.of(new byte[bytes]);
            }
        };
    }

    @Test
    void anOriginalOf120Megapixels_isRenderedByTheSecondFunction_andThenAnsweredByS3() throws IOException {
        try (LocalDeploymentFixture edge = start()) {
            edge.put("large.png", png(WIDTH, HEIGHT));

            HttpResponse<byte[]> redirection = edge.get("/large.png?d=200x200&f=png");
            HttpResponse<byte[]> rendered = edge.get(header(redirection, "location"));

            assertThat(redirection.statusCode()).isEqualTo(302);
            assertThat(header(redirection, "location")).isEqualTo("/~big/200x200/png/large.png");
            assertThat(header(redirection, "cache-control")).isEqualTo("no-store");
            assertThat(rendered.statusCode()).isEqualTo(200);
            assertThat(Pictures.read(rendered.body()).getWidth()).isEqualTo(200);
            edge.passSeconds(2);
            HttpResponse<byte[]> next = edge.get("/large.png?d=200x200&f=png");
            assertThat(next.statusCode()).isEqualTo(200);
            assertThat(next.body()).isEqualTo(rendered.body());
            assertThat(isByFunction(next)).isEqualTo(!hasGroup());
            assertThat(edge.renderings()).isOne();
        }
    }

    /** Returns a black picture, row by row. */
    private static byte[] png(int width, int height) throws IOException {
        ByteArrayOutputStream png = new ByteArrayOutputStream();
        png.write(new byte[] {(byte) 0x89, 'P', 'N', 'G', '\r', '\n', 0x1A, '\n'});
        ByteArrayOutputStream header = new ByteArrayOutputStream();
        DataOutputStream fields = new DataOutputStream(header);
        fields.writeInt(width);
        fields.writeInt(height);
        fields.write(new byte[] {8, 0, 0, 0, 0});
        write(png, "IHDR", header.toByteArray());
        ByteArrayOutputStream data = new ByteArrayOutputStream();
        try (DeflaterOutputStream rows = new DeflaterOutputStream(data, new Deflater(Deflater.BEST_SPEED))) {
            for (int y = 0; y < height; y++) {
                rows.write(new byte[width + 1]);
            }
        }
        write(png, "IDAT", data.toByteArray());
        write(png, "IEND", new byte[0]);
        return png.toByteArray();
    }

    private static void write(ByteArrayOutputStream png, String type, byte[] content) throws IOException {
        byte[] name = type.getBytes(StandardCharsets.US_ASCII);
        CRC32 crc = new CRC32();
        crc.update(name);
        crc.update(content);
        DataOutputStream chunk = new DataOutputStream(png);
        chunk.writeInt(content.length);
        chunk.write(name);
        chunk.write(content);
        chunk.writeInt((int) crc.getValue());
    }
}
