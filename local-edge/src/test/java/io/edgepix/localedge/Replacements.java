package io.edgepix.localedge;

import static org.assertj.core.api.Assertions.assertThat;

import io.edgepix.localedge.bucket.LocalBucket;
import java.awt.Color;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicLong;
import java.util.concurrent.locks.LockSupport;
import software.amazon.awssdk.core.sync.RequestBody;

/** One key's originals, one after the other, each in a colour of its own among any eight. */
final class Replacements {
    static final String KEY = "a/cat.bmp";

    private final LocalDeploymentFixture edge;
    private final AtomicLong reads = new AtomicLong();
    private volatile int uploaded;
    private volatile int purged;
    private volatile boolean ended;

    Replacements(LocalDeploymentFixture edge) {
        this.edge = edge;
    }

    /** Uploads the next one, and purges. */
    void replace() {
        int next = uploaded + 1;
        uploaded = next;
        upload(edge, color(next));
        purge(edge);
        purged = next;
    }

    static void upload(LocalDeploymentFixture edge, Color color) {
        LocalBucket bucket = edge.bucket();
        bucket.client()
                .putObject(
                        put -> put.bucket(bucket.bucket()).key(KEY),
                        RequestBody.fromBytes(Pictures.solidBmp(300, 200, color)));
    }

    static void purge(LocalDeploymentFixture edge) {
        assertThat(edge.send("PURGE", "/" + KEY).statusCode()).isEqualTo(200);
    }

    /** Corners of the colour cube, which no quality mixes up. */
    private static Color color(int replacement) {
        return new Color((replacement & 1) * 255, (replacement >> 1 & 1) * 255, (replacement >> 2 & 1) * 255);
    }

    /** Whether a picture is one of these, by its middle. */
    static boolean shows(byte[] picture, int least, int most) {
        for (int replacement = least; replacement <= most; replacement++) {
            if (shows(picture, color(replacement))) {
                return true;
            }
        }
        return false;
    }

    static boolean shows(byte[] picture, Color color) {
        var image = Pictures.read(picture);
        Color middle = new Color(image.getRGB(image.getWidth() / 2, image.getHeight() / 2));
        return Math.abs(middle.getRed() - color.getRed()) < 64
                && Math.abs(middle.getGreen() - color.getGreen()) < 64
                && Math.abs(middle.getBlue() - color.getBlue()) < 64;
    }

    /** The last one whose upload began. */
    int uploaded() {
        return uploaded;
    }

    /** The last one whose purge ended: none before it may be seen from now on. */
    int purged() {
        return purged;
    }

    void countRead() {
        reads.incrementAndGet();
    }

    /** Until there were so many more, or one failed, which is found out at the end. */
    void awaitReads(long more) {
        long enough = reads.get() + more;
        long end = System.nanoTime() + TimeUnit.SECONDS.toNanos(20);
        while (reads.get() < enough && !ended && System.nanoTime() < end) {
            LockSupport.parkNanos(TimeUnit.MILLISECONDS.toNanos(1));
        }
    }

    boolean isEnded() {
        return ended;
    }

    void end() {
        ended = true;
    }
}
