package io.edgepix.bench.endurance;

import io.edgepix.bench.measurement.BenchException;
import io.edgepix.localqueue.sqs.LocalQueues;
import io.edgepix.localqueue.watch.S3Notification;
import java.io.IOException;
import java.io.PrintStream;
import java.time.Duration;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;
import software.amazon.awssdk.services.sqs.model.Message;
import software.amazon.awssdk.services.sqs.model.MessageAttributeValue;

/** Broken originals arrive before good ones. They end in the dead-letter queue, and hold nobody up. */
final class PoisonPart implements EndurancePart {
    private static final int PRESETS_AND_FORMATS = 6;
    private static final Duration PATIENCE = Duration.ofMinutes(5);
    private static final int BATCH = 10;

    @Override
    public String name() {
        return "poison";
    }

    @Override
    public String run(boolean quick, PrintStream out) throws IOException, InterruptedException {
        int good = quick ? 10 : 30;
        Map<String, byte[]> broken = BrokenPictures.all();
        try (QueueSite site = QueueSite.start();
                InProcessWorkers workers = new InProcessWorkers(site.edge().bucket(), site.queues(), site.config())) {
            BucketObjects objects = site.objects();
            long start = System.nanoTime();
            broken.forEach((key, bytes) -> upload(site, key, bytes));
            for (int i = 0; i < good; i++) {
                upload(site, GeneratedPhotograph.key(i), GeneratedPhotograph.jpeg(i));
            }
            Waiting.until(
                    "the derivatives of the good pictures",
                    PATIENCE,
                    () -> objects.derivatives().size() == good * PRESETS_AND_FORMATS);
            double goodSeconds = seconds(start);
            if (site.deadLetters() > 0) {
                throw new BenchException("expected good pictures before the last retry of broken ones");
            }
            Waiting.until("a dead letter for each", PATIENCE, () -> site.deadLetters() == broken.size());
            double brokenSeconds = seconds(start);
            Map<String, String> reasons = deadLetters(site.queues());
            out.println("dead letters: " + reasons);
            check(reasons, broken.keySet(), workers.log());
            redrive(site);
            Set<String> left = new HashSet<>(broken.keySet());
            left.remove(BrokenPictures.TRUNCATED);
            Waiting.until(
                    "the derivatives of the repaired picture",
                    PATIENCE,
                    () -> objects.derivatives().size() == (good + 1) * PRESETS_AND_FORMATS);
            int derivatives = new DerivativeAudit(objects, site.config()).check(left);
            return good + " good pictures were done after " + Math.round(goodSeconds) + " s, and " + broken.size()
                    + " broken ones were dead letters after " + QueueSite.MAX_DELIVERIES + " deliveries in "
                    + Math.round(brokenSeconds) + " s; one was repaired and redriven: " + derivatives + " derivatives";
        }
    }

    private static double seconds(long start) {
        return (System.nanoTime() - start) / 1e9;
    }

    private static void upload(QueueSite site, String key, byte[] bytes) {
        site.objects().put(key, bytes);
        String body = new S3Notification(site.edge().bucket().bucket()).created(key, bytes.length, "");
        site.queues()
                .client()
                .sendMessage(message -> message.queueUrl(site.queues().url()).messageBody(body));
    }

    /** Returns the reasons by key, and leaves the messages in the queue. */
    private static Map<String, String> deadLetters(LocalQueues queues) {
        List<Message> messages = queues.client()
                .receiveMessage(request -> request.queueUrl(queues.deadLetterUrl())
                        .maxNumberOfMessages(BATCH)
                        .messageAttributeNames("All")
                        .visibilityTimeout(0))
                .messages();
        Map<String, String> reasons = new TreeMap<>();
        messages.forEach(message -> {
            Map<String, MessageAttributeValue> attributes = message.messageAttributes();
            reasons.put(text(attributes.get("key")), text(attributes.get("reason")));
        });
        return reasons;
    }

    private static String text(@Nullable MessageAttributeValue attribute) {
        return attribute == null ? "" : attribute.stringValue();
    }

    private static void check(Map<String, String> reasons, Set<String> broken, LogLines log) {
        if (!reasons.keySet().equals(broken) || reasons.containsValue("")) {
            throw new BenchException("expected dead letters with reasons for " + broken + ", got " + reasons);
        }
        List<String> lines = log.of("DEAD_LETTER");
        boolean isLast = lines.stream().allMatch(line -> line.contains(" delivery=" + QueueSite.MAX_DELIVERIES + " "));
        if (lines.size() != broken.size() || !isLast) {
            throw new BenchException(
                    "expected dead letters at delivery " + QueueSite.MAX_DELIVERIES + ", got " + lines);
        }
    }

    /** Replaces one broken picture without a notification, and moves the dead letters back. */
    private static void redrive(QueueSite site) throws IOException {
        site.objects().put(BrokenPictures.TRUNCATED, GeneratedPhotograph.jpeg(-1));
        LocalQueues queues = site.queues();
        queues.client()
                .startMessageMoveTask(task ->
                        task.sourceArn(queues.arn(queues.deadLetterUrl())).destinationArn(queues.arn(queues.url())));
    }
}
