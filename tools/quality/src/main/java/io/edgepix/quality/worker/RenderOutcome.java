package io.edgepix.quality.worker;

/**
 * The outcome of a job.
 *
 * @param status 200, the status of a refusal, or 500 for an unexpected exception; 0 without an answer
 * @param error the reason if there is no derivative, or empty
 * @param millis the time of the job, or 0 without an answer
 * @param processorMillis the processor time of the job, or 0 without an answer
 * @param peakHeap peak of the used bytes of the heap since the process started, all pools added up
 * @param peakResident peak of the resident bytes of the process; 0 if not known
 * @param body the derivative, or empty
 */
@SuppressWarnings("ArrayRecordComponent") // never compared
public record RenderOutcome(
        Ending ending,
        int status,
        String error,
        double millis,
        double processorMillis,
        long peakHeap,
        long peakResident,
        byte[] body) {
    private static final int OK = 200;

    /** The way a job ended. */
    public enum Ending {
        /** With an answer, even if it is a refusal. */
        ANSWERED,
        /** With no answer within the limit. */
        HUNG,
        /** With the end of the process. */
        CRASHED
    }

    /** Tells whether there is a derivative. */
    public boolean isOk() {
        return status == OK;
    }
}
