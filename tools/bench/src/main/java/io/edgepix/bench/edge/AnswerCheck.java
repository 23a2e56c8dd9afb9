package io.edgepix.bench.edge;

import com.google.gson.JsonElement;
import com.google.gson.JsonObject;
import io.edgepix.bench.measurement.BenchException;
import io.edgepix.bench.measurement.PixelSize;
import java.awt.image.BufferedImage;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Base64;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import javax.imageio.ImageIO;

/**
 * Checks that an answer is a 200, that all functions render the same dimensions (except for a rounded pixel), and that
 * the stored bytes are those of the answer. Deletes the stored derivative, so that the next function renders it again.
 */
public final class AnswerCheck {
    private final Path bucket;
    private final Map<EdgeCase, PixelSize> dimensions = new HashMap<>();
    private final Map<String, byte[]> pictures = new HashMap<>();

    /** Creates a check over the folder of the bucket. */
    public AnswerCheck(Path bucket) {
        this.bucket = bucket;
    }

    /** Checks the answers to one event. All were stored under the same key, which now contains the last one. */
    void check(FunctionUnderTest function, EdgeCase edgeCase, List<JsonObject> answers) throws IOException {
        String who = function.engine() + ", " + edgeCase.uri() + ": ";
        checkPictures(
                function.engine(),
                edgeCase,
                answers.stream().map(answer -> picture(who, answer)).toList());
    }

    /** Checks the pictures of answers to one event. All were stored under the same key. */
    public void checkPictures(String engine, EdgeCase edgeCase, List<byte[]> answered) throws IOException {
        String who = engine + ", " + edgeCase.uri() + ": ";
        for (byte[] picture : answered) {
            compare(who, edgeCase, picture);
        }
        byte[] picture = answered.getLast();
        Path stored = bucket.resolve(edgeCase.key());
        if (!Files.isRegularFile(stored) || !Arrays.equals(Files.readAllBytes(stored), picture)) {
            throw new BenchException(who + "expected the bytes of the answer in the bucket, got others");
        }
        Files.delete(stored);
    }

    private void compare(String who, EdgeCase edgeCase, byte[] picture) throws IOException {
        // The first picture of each side is decoded. The later ones must be equal to it.
        byte[] first = pictures.putIfAbsent(who, picture);
        if (first == null) {
            measure(who, edgeCase, picture);
        } else if (!Arrays.equals(first, picture)) {
            throw new BenchException(who + "expected the same bytes as before, got others");
        }
    }

    private static byte[] picture(String who, JsonObject answer) {
        JsonElement result = answer.get("result");
        if (result == null || !result.isJsonObject()) {
            throw new BenchException(who + answer);
        }
        JsonObject response = result.getAsJsonObject();
        String status = response.get("status").getAsString();
        if (!status.equals("200")) {
            throw new BenchException(who + "expected status 200, got " + status);
        }
        return Base64.getDecoder().decode(response.get("body").getAsString());
    }

    private void measure(String who, EdgeCase edgeCase, byte[] picture) throws IOException {
        BufferedImage image = ImageIO.read(new ByteArrayInputStream(picture));
        if (image == null) {
            throw new BenchException(who + "expected a picture, got other bytes");
        }
        PixelSize its = new PixelSize(image.getWidth(), image.getHeight());
        PixelSize other = dimensions.putIfAbsent(edgeCase, its);
        if (other != null && !its.isLike(other)) {
            throw new BenchException(who + "expected " + other + " as from the other function, got " + its);
        }
    }
}
