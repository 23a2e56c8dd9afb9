package io.edgepix.localedge;

import static org.assertj.core.api.Assertions.assertThat;

import io.edgepix.localedge.bucket.LocalBucket;
import java.awt.Color;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicLong;
import java.util.concurrent.locks.LockSupport;
import software.amazon.awssdk.core.sync.RequestBody;

/** Replaces the original of a key. Eight successive originals have different colours. */
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

    /** Uploads the next original, and purges the key. */
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

    /** Returns a corner of the colour cube. Even at a low quality, the corners remain distinct. */
    private static Color color(int replacement) {
        return new Color((replacement & 1) * 255, (replacement >> 1 & 1) * 255, (replacement >> 2 & 1) * 255);
    }

    /** Returns whether the pixel in the middle of a picture has the colour of one of these originals. */
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

    /** Returns the last original whose upload has started. */
    int uploaded() {
        return uploaded;
    }

    /** Returns the last original whose purge has ended. Earlier ones must not be served from now on. */
    int purged() {
        return purged;
    }

    void countRead() {
        reads.incrementAndGet();
    }

    /** Waits for a number of reads, or until a reader fails, which the caller checks later. */
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
