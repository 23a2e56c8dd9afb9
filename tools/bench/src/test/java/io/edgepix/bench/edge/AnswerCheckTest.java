package io.edgepix.bench.edge;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.google.gson.JsonObject;
import io.edgepix.bench.measurement.BenchException;
import java.awt.image.BufferedImage;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Base64;
import java.util.List;
import java.util.Objects;
import javax.imageio.ImageIO;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

final class AnswerCheckTest {
    private static final EdgeCase SHOT = new EdgeCase("cat.jpg", "400x300");

    @TempDir
    private Path bucket;

    private AnswerCheck check;
    private final FunctionUnderTest ours = new FunctionUnderTest("ours", "", Path.of(""), "");
    private final FunctionUnderTest peer = new FunctionUnderTest("peer", "", Path.of(""), "");

    @BeforeEach
    void newJudge() {
        check = new AnswerCheck(bucket);
    }

    @Test
    void aPictureThatIsStored_passesAndIsDeleted() throws IOException {
        byte[] picture = picture(40, 30);
        Path stored = store(picture);
        check.check(ours, SHOT, List.of(answer("200", picture)));
        assertThat(stored).doesNotExist();
    }

    @Test
    void aDifferenceOfOnePixel_isTheSameSize() throws IOException {
        check(ours, picture(40, 30));
        check(peer, picture(40, 31));
    }

    @Test
    void dimensionsThatDifferFromTheOthers_areRefused() throws IOException {
        check(ours, picture(40, 30));
        assertThatThrownBy(() -> check(peer, picture(40, 32)))
                .isInstanceOf(BenchException.class)
                .hasMessageContaining("40x32");
    }

    @Test
    void anotherPictureThanBefore_isRefused() throws IOException {
        check(ours, picture(40, 30));
        assertThatThrownBy(() -> check(ours, picture(41, 30)))
                .isInstanceOf(BenchException.class)
                .hasMessageContaining("the same bytes as before");
    }

    @Test
    void answersInARow_areEachCompared() throws IOException {
        byte[] picture = picture(40, 30);
        store(picture);
        List<JsonObject> answers = List.of(answer("200", picture(41, 30)), answer("200", picture));
        assertThatThrownBy(() -> check.check(ours, SHOT, answers))
                .isInstanceOf(BenchException.class)
                .hasMessageContaining("the same bytes as before");
    }

    @Test
    void aPictureThatIsNotStored_isRefused() {
        assertThatThrownBy(() -> check.check(ours, SHOT, List.of(answer("200", picture(40, 30)))))
                .isInstanceOf(BenchException.class)
                .hasMessageContaining("the bytes of the answer in the bucket");
    }

    @Test
    void aFileThatIsNoPicture_isRefused() {
        assertThatThrownBy(() -> check(ours, new byte[] {1, 2, 3}))
                .isInstanceOf(BenchException.class)
                .hasMessageContaining("expected a picture");
    }

    @Test
    void anErrorStatus_isRefused() {
        assertThatThrownBy(() -> check.check(ours, SHOT, List.of(answer("502", picture(40, 30)))))
                .isInstanceOf(BenchException.class)
                .hasMessageContaining("502");
    }

    private void check(FunctionUnderTest function, byte[] picture) throws IOException {
        store(picture);
        check.check(function, SHOT, List.of(answer("200", picture)));
    }

    private Path store(byte[] picture) throws IOException {
        Path file = bucket.resolve(SHOT.key());
        Files.createDirectories(Objects.requireNonNull(file.getParent()));
        return Files.write(file, picture);
    }

    private static byte[] picture(int width, int height) throws IOException {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        ImageIO.write(new BufferedImage(width, height, BufferedImage.TYPE_INT_RGB), "png", out);
        return out.toByteArray();
    }

    private static JsonObject answer(String status, byte[] picture) {
        JsonObject response = new JsonObject();
        response.addProperty("status", status);
        response.addProperty("body", Base64.getEncoder().encodeToString(picture));
        JsonObject answer = new JsonObject();
        answer.add("result", response);
        return answer;
    }
}
