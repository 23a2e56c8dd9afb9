package io.edgepix.localqueue.document;

import io.edgepix.cli.CommandException;
import io.edgepix.cli.DeployedBucket;
import io.edgepix.cli.StackOutputs;
import io.edgepix.configuration.ConfigReader;
import io.edgepix.localqueue.bulk.BulkPlace;
import io.edgepix.localqueue.bulk.BulkPlaces;

/**
 * A bucket whose worker renders documents.
 *
 * @param prefix the folder of documents; empty for the whole bucket, or if it is not known
 */
public record DocumentPlace(BulkPlace place, String prefix) {
    /** Returns a place whose configuration has the folder. */
    public static DocumentPlace of(BulkPlace place) {
        return new DocumentPlace(
                place, ConfigReader.read(place.configuration()).documents().prefix());
    }

    /**
     * Returns the place of a stack.
     *
     * @throws CommandException if the worker of the stack has no rights for documents, or for the results queue that is
     *     wanted
     */
    public static DocumentPlace ofStack(BulkPlace place, String stack, boolean isNotified) {
        StackOutputs outputs =
                BulkPlaces.pregenerate(stack, DeployedBucket.ofStack(stack).region());
        String prefix = outputs.output("DocumentPrefix").orElse("");
        if (prefix.isEmpty()) {
            throw new CommandException("the stack " + stack + BulkPlaces.PREGENERATE + ": expected documents.prefix in"
                    + " its edgepix.json, got none; set it, and run ./dev deploy --config FILE again");
        }
        if (isNotified && outputs.output("ResultsQueueUrl").orElse("").isEmpty()) {
            throw new CommandException("--notify: expected a stack with a results queue, got " + stack
                    + BulkPlaces.PREGENERATE + " without one; ./dev deploy --results-queue on creates it");
        }
        return new DocumentPlace(place, prefix);
    }
}
