package io.edgepix.localqueue.bulk;

import io.edgepix.pregenerate.bulk.JobCost;
import io.edgepix.pregenerate.bulk.JobCounts;
import io.edgepix.pregenerate.bulk.JobRequest;
import java.util.List;

/** The kinds of jobs: their words, their cost, and their command. */
public enum JobKind {
    /** The derivatives of originals. */
    ORIGINALS("bulk", "original"),
    /** Documents of a template. */
    DOCUMENTS("documents", "document");

    private final String command;
    private final String noun;

    JobKind(String command, String noun) {
        this.command = command;
        this.noun = noun;
    }

    /** Returns the kind of a request. */
    public static JobKind of(JobRequest request) {
        return request.documents() == null ? ORIGINALS : DOCUMENTS;
    }

    /** Returns the name of the command that sends such jobs. */
    public String command() {
        return command;
    }

    /** Returns the word for several keys. */
    String plural() {
        return noun + "s";
    }

    /** Returns a number of keys with their noun. */
    public String counted(long number) {
        return BulkText.counted(number, noun);
    }

    /** Returns the cost of a job so far in US dollars. */
    double dollars(JobCounts counts, long sent, long listRequests, long getRequests) {
        return this == DOCUMENTS
                ? JobCost.ofDocuments(counts, sent, listRequests, getRequests)
                : JobCost.ofOriginals(counts, sent, listRequests, getRequests);
    }

    /** Returns the parts of a summary: what was rendered, and what existed. */
    List<String> results(JobCounts counts) {
        return this == DOCUMENTS
                ? List.of(
                        BulkText.number(counts.rendered()) + (counts.rendered() == 1 ? " was" : " were") + " rendered",
                        BulkText.number(counts.found()) + " existed",
                        BulkText.counted(counts.pages(), "page"),
                        BulkText.counted(counts.bytes(), "byte"))
                : List.of(
                        BulkText.counted(counts.rendered(), "derivative") + (counts.rendered() == 1 ? " was" : " were")
                                + " rendered",
                        BulkText.number(counts.found()) + " existed");
    }

    /** Returns the parts of the progress after its numbers: pages, what is pending and failed, and the cost. */
    String details(BulkSnapshot snapshot) {
        String pages = this == DOCUMENTS ? BulkText.counted(snapshot.counts().pages(), "page") + ", " : "";
        return pages + BulkText.details(snapshot);
    }
}
