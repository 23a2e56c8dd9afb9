package io.edgepix.quality.worker;

/**
 * What became of a job.
 *
 * @param status 200, what the renderer refuses with, or 500 where it throws what it should not; 0 where there is no answer
 * @param error why there is no derivative, or empty
 * @param millis that it took, or 0 where there is no answer
 * @param processorMillis that the process used for it, or 0 where there is no answer
 * @param peakHeap bytes of the heap that were in use at most since the process started, all pools added up
 * @param peakResident bytes of memory of the whole process at most since it started; 0 where nobody knows
 * @param body the derivative, or nothing
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
    /** How it ended. */
    public enum Ending {
        /** With an answer, be it a refusal. */
        ANSWERED,
        /** Not within the limit. */
        HUNG,
        /** With the process. */
        CRASHED
    }

    private static final int OK = 200;

    /** Whether there is a derivative. */
    public boolean isOk() {
        return status == OK;
    }
}
