package io.edgepix.localedge;

import io.edgepix.configuration.Config;
import io.edgepix.derivative.Size;
import io.edgepix.imaging.Renderer;
import io.edgepix.localedge.bucket.LocalBucket;
import io.edgepix.viewerrequest.function.FunctionSubset;
import java.nio.file.Path;
import java.util.function.Consumer;
import java.util.function.UnaryOperator;

/** The stacks for which the end-to-end tests run, and all in which viewers can tell them apart. */
enum StackUnderTest {
    /** Answers of the function have at most 1 MB. S3 refuses what is missing or closed. */
    PAIR(1_000_000, 800, 600, 403),
    /** Pictures have at most 4.5 MB. The function answers what S3 refuses, and does not tell closed from missing. */
    REGIONAL(4_500_000, 1440, 1200, 404);

    private static final Path CLIENT = Path.of(System.getProperty("edgepix.client", "target/runtime-interface-client"));

    private final int answerBytes;
    private final int noiseWidth;
    private final int noiseHeight;
    private final int closedStatus;

    StackUnderTest(int answerBytes, int noiseWidth, int noiseHeight, int closedStatus) {
        this.answerBytes = answerBytes;
        this.noiseWidth = noiseWidth;
        this.noiseHeight = noiseHeight;
        this.closedStatus = closedStatus;
    }

    /** Returns the size from which derivatives are stored and redirected to. */
    int answerBytes() {
        return answerBytes;
    }

    /** Returns a picture of noise that is too large for an answer as PNG. */
    byte[] noise() {
        return Pictures.noisePng(noiseWidth, noiseHeight);
    }

    /** Returns the size of that picture. */
    Size noiseSize() {
        return new Size(noiseWidth, noiseHeight);
    }

    /**
     * Returns the header that an answer of S3 has.
     *
     * @param edited the header if a function edits it
     * @param stored the header as it is in the bucket, since no function of the regional stack sees it
     */
    String ofS3(String edited, String stored) {
        return this == PAIR ? edited : stored;
    }

    /** Returns the number of functions that see an original over a limit. Each may ask the queue for it. */
    int functions() {
        return this == PAIR ? 1 : 2;
    }

    /** Returns the status of a key that viewers may not read. */
    int closedStatus() {
        return closedStatus;
    }

    /** Returns the words in the answer for a key that is missing. */
    String missing() {
        return this == PAIR ? "NoSuchKey" : "There is no such picture.";
    }

    /** Returns the stack. Lambda@Edge does what a CloudFront Function does not know of a configuration. */
    LocalStack with(Config config) {
        if (this == PAIR) {
            return LocalStack.PAIR;
        }
        boolean isEdge = !FunctionSubset.unknownFields(config.offer()).isEmpty();
        return LocalStack.regional(
                LocalStack.Plan.NONE,
                isEdge ? LocalStack.ViewerRequestType.EDGE : LocalStack.ViewerRequestType.FUNCTION);
    }

    /** Returns the functions as classes. */
    Functions ofClasses(
            Config config, LocalBucket bucket, Consumer<String> log, UnaryOperator<Renderer> aroundRenderer) {
        return this == PAIR
                ? Functions.ofClasses(config, bucket, log, aroundRenderer)
                : RegionalFunctions.ofClasses(config, with(config), bucket, log, aroundRenderer);
    }

    /** Returns the functions from the zips in a folder. */
    Functions ofZips(Path dist, Config config, String text, LocalBucket bucket, Consumer<String> log) {
        return this == PAIR
                ? Functions.ofZips(dist, text, bucket, log)
                : RegionalFunctions.ofZip(dist, CLIENT, text, with(config), bucket, log);
    }
}
