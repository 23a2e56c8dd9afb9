package io.edgepix.localqueue;

import io.edgepix.cli.CommandException;
import io.edgepix.pregenerate.bulk.BulkException;
import io.edgepix.pregenerate.listing.ListingException;
import java.util.concurrent.Callable;
import software.amazon.awssdk.core.exception.SdkException;

/** Turns the errors of a job into those of a command. */
final class Guarded {
    private Guarded() {}

    /** Returns the exit status of a task. */
    static int call(Callable<Integer> task) {
        try {
            return task.call();
        } catch (BulkException | ListingException | SdkException e) {
            throw new CommandException(String.valueOf(e.getMessage()), e);
        } catch (RuntimeException e) {
            throw e;
        } catch (Exception e) {
            throw new IllegalStateException(e);
        }
    }
}
