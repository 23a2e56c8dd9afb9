package io.edgepix.bench.endurance;

import io.edgepix.localqueue.sqs.LocalQueues;
import io.edgepix.localqueue.watch.S3Notification;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;

/** Notifications of S3 of which some are lost, some are sent twice, and all arrive late and in another order. */
final class FaultyNotifications {
    private static final int LOST_PERCENT = 20;
    private static final int TWICE_PERCENT = 20;

    /** The number of notifications that are sent together, in any order. */
    private static final int WINDOW = 12;

    private final LocalQueues queues;
    private final S3Notification notification;
    private final Random random;
    private final List<String> waiting = new ArrayList<>();
    private int lost;
    private int twice;

    FaultyNotifications(LocalQueues queues, String bucket, Random random) {
        this.queues = queues;
        this.notification = new S3Notification(bucket);
        this.random = random;
    }

    void created(String key, long size) {
        add(notification.created(key, size, ""));
    }

    void removed(String key) {
        add(notification.removed(key));
    }

    private void add(String body) {
        int fate = random.nextInt(100);
        if (fate < LOST_PERCENT) {
            lost++;
            return;
        }
        waiting.add(body);
        if (fate < LOST_PERCENT + TWICE_PERCENT) {
            twice++;
            waiting.add(body);
        }
        if (waiting.size() >= WINDOW) {
            sendRest();
        }
    }

    /** Sends the notifications that wait. */
    void sendRest() {
        Collections.shuffle(waiting, random);
        waiting.forEach(body -> queues.client()
                .sendMessage(message -> message.queueUrl(queues.url()).messageBody(body)));
        waiting.clear();
    }

    String sentence() {
        return lost + " notifications lost, " + twice + " sent twice, all in another order";
    }
}
