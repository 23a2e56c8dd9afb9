package io.edgepix.pregenerate.worker;

import io.edgepix.derivation.purge.DerivativeKeys;
import io.edgepix.derivative.Key;
import io.edgepix.derivative.MalformedException;
import io.edgepix.pregenerate.message.JobMessage;
import io.edgepix.pregenerate.message.JobMessages;
import io.edgepix.pregenerate.original.OriginalTask;
import io.edgepix.pregenerate.original.WantedDerivatives;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.BooleanSupplier;

/** Processes originals that are named by their keys, without a message of a queue. Thread-safe. */
public final class KeyWorker {
    private final String bucket;
    private final WantedDerivatives wanted;
    private final OriginalBatch originals;
    private final Queues queues;

    KeyWorker(String bucket, WantedDerivatives wanted, OriginalBatch originals, Queues queues) {
        this.bucket = bucket;
        this.wanted = wanted;
        this.originals = originals;
        this.queues = queues;
    }

    /** Returns the bucket of the originals. */
    public String bucket() {
        return bucket;
    }

    /**
     * Processes originals. Those that this process cannot hold are sent to the container.
     *
     * @param sizes names of presets, or sizes; empty for those of the configuration
     * @param formats names of formats; empty for those of the configuration
     * @param isOutOfTime whether no further original may be started
     * @return the outcome of each key; refused if it cannot be an original's, or a size or format is not on offer
     */
    public Map<String, Outcome> process(
            List<String> keys, List<String> sizes, List<String> formats, BooleanSupplier isOutOfTime) {
        Map<String, Outcome> result = new LinkedHashMap<>();
        Map<Key, OriginalTask> tasks = new LinkedHashMap<>();
        for (String key : keys) {
            try {
                Key original = DerivativeKeys.original(new Key(key));
                if (wanted.excludes(original)) {
                    throw new MalformedException("Objects in the folder for documents have no derivatives.");
                }
                tasks.put(original, wanted.of(original, sizes, formats));
            } catch (MalformedException e) {
                result.put(key, new Outcome.Refused(e.sentence()));
            }
        }
        Outcomes outcomes = originals.run(tasks.values(), isOutOfTime);
        for (Key original : tasks.keySet()) {
            Outcome outcome = outcomes.of(original);
            if (outcome instanceof Outcome.Heavy) {
                queues.sendHeavy(JobMessages.write(new JobMessage("", 0, List.of(original.value()), sizes, formats)));
            }
            result.put(original.value(), outcome);
        }
        return result;
    }
}
