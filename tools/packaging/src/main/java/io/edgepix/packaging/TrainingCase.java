package io.edgepix.packaging;

import java.util.ArrayList;
import java.util.List;

/**
 * One event of the training.
 *
 * @param uri the path of a derivative
 * @param status the expected status of the answer
 * @param stored the path under which the derivative is stored, or empty
 */
record TrainingCase(String method, String uri, String status, String stored) {
    private static final List<String> OUTPUTS = List.of("webp", "jpeg", "png");

    static List<TrainingCase> all() {
        List<TrainingCase> cases = new ArrayList<>();
        for (String original : TrainingPictures.NAMES) {
            for (String format : OUTPUTS) {
                cases.add(made("GET", "/400x300/" + format + "/" + original));
            }
        }
        cases.add(made("GET", "/100x100-cover-q60/webp/baseline.jpg"));
        cases.add(made("GET", "/100x100-pad/webp/baseline.jpg"));
        cases.add(made("GET", "/100x100/avif/baseline.jpg"));
        cases.add(made("GET", "/100x100/avif/alpha.png"));
        cases.add(made("GET", "/100x100/gif/animated.gif"));
        cases.add(made("GET", "/100x100/gif/baseline.jpg"));
        // At an eighth or less, fewer scans are read.
        cases.add(made("GET", "/100x/webp/progressive.jpg"));
        cases.add(made("HEAD", "/100x/webp/baseline.jpg"));
        // Larger than the original: stored and found under the first size that shows the same picture.
        cases.add(new TrainingCase("GET", "/4096x4096/webp/baseline.jpg", "200", "/1920x1200/webp/baseline.jpg"));
        cases.add(new TrainingCase("GET", "/3200x4096/webp/baseline.jpg", "200", ""));
        cases.add(new TrainingCase("GET", "/400x300/webp/nothing.jpg", "404", ""));
        cases.add(new TrainingCase("GET", "/400x300/webp/poem.txt", "415", ""));
        cases.add(new TrainingCase("GET", "/400x300/webp/broken.jpg", "422", ""));
        cases.add(new TrainingCase("GET", "/401x300/webp/baseline.jpg", "400", ""));
        cases.add(new TrainingCase("GET", "/nothing.jpg", "404", ""));
        return List.copyOf(cases);
    }

    private static TrainingCase made(String method, String uri) {
        return new TrainingCase(method, uri, "200", uri);
    }
}
