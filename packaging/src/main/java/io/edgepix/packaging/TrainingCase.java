package io.edgepix.packaging;

import java.util.ArrayList;
import java.util.List;

/**
 * One event of the training.
 *
 * @param uri the path of a derivative
 * @param status of the answer that it should get
 */
record TrainingCase(String method, String uri, String status) {
    private static final List<String> OUTPUTS = List.of("webp", "jpeg", "png");

    static List<TrainingCase> all() {
        List<TrainingCase> cases = new ArrayList<>();
        for (String original : TrainingPictures.NAMES) {
            for (String format : OUTPUTS) {
                cases.add(new TrainingCase("GET", "/400x300/" + format + "/" + original, "200"));
            }
        }
        cases.add(new TrainingCase("GET", "/100x100-cover-q60/webp/baseline.jpg", "200"));
        cases.add(new TrainingCase("GET", "/100x100-pad/webp/baseline.jpg", "200"));
        cases.add(new TrainingCase("GET", "/100x100/avif/baseline.jpg", "200"));
        cases.add(new TrainingCase("GET", "/100x100/avif/alpha.png", "200"));
        cases.add(new TrainingCase("GET", "/100x100/gif/moving.gif", "200"));
        cases.add(new TrainingCase("GET", "/100x100/gif/baseline.jpg", "200"));
        // At an eighth or less, where it is read from fewer scans.
        cases.add(new TrainingCase("GET", "/100x/webp/progressive.jpg", "200"));
        cases.add(new TrainingCase("HEAD", "/100x/webp/baseline.jpg", "200"));
        cases.add(new TrainingCase("GET", "/400x300/webp/nothing.jpg", "404"));
        cases.add(new TrainingCase("GET", "/400x300/webp/poem.txt", "415"));
        cases.add(new TrainingCase("GET", "/400x300/webp/broken.jpg", "422"));
        cases.add(new TrainingCase("GET", "/401x300/webp/baseline.jpg", "400"));
        cases.add(new TrainingCase("GET", "/nothing.jpg", "404"));
        return List.copyOf(cases);
    }

    boolean isMade() {
        return status.equals("200");
    }
}
