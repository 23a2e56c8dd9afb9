package io.edgepix.localqueue.document;

import static io.edgepix.cli.CommandException.refuseIf;

import io.edgepix.cli.CommandException;
import io.edgepix.localqueue.bulk.BulkClients;
import io.edgepix.localqueue.bulk.JobKind;
import io.edgepix.localqueue.bulk.RequestedJob;
import io.edgepix.pregenerate.bulk.DocumentsRequest;
import io.edgepix.pregenerate.bulk.Job;
import io.edgepix.pregenerate.bulk.JobBucket;
import io.edgepix.pregenerate.bulk.JobRequest;
import io.edgepix.pregenerate.bulk.Jobs;
import java.time.Instant;
import org.jspecify.annotations.Nullable;
import software.amazon.awssdk.services.s3.model.NoSuchKeyException;

/** The job of documents for which a command line asks. */
public final class RequestedDocuments {
    private final DocumentsJob documents;
    private final DocumentPlace place;
    private final JobBucket objects;

    /** Creates a view of a job in a bucket. */
    public RequestedDocuments(DocumentsJob documents, DocumentPlace place, JobBucket objects) {
        this.documents = documents;
        this.place = place;
        this.objects = objects;
    }

    /**
     * Checks all rows, and returns their number.
     *
     * @throws CommandException if one of them is wrong
     */
    public int check() {
        return new RowCheck(documents, place.prefix()).run();
    }

    /**
     * Starts the job, or continues it.
     *
     * @param id the job to continue; null for an unfinished one with the same request, or else a new one
     * @throws CommandException if the template does not exist, or the job has a different request
     */
    public Job open(@Nullable String id) {
        JobRequest request = JobRequest.of(request());
        Jobs jobs = new Jobs(objects);
        if (id == null) {
            return jobs.unfinished(request).orElseGet(() -> jobs.start(request, Instant.now()));
        }
        Job job = jobs.open(id);
        RequestedJob.demandKind(job, JobKind.DOCUMENTS);
        JobRequest asked = job.description().request();
        refuseIf(
                !asked.options().equals(request.options()),
                "--job " + id + ": expected the request of that job (" + String.join(" ", asked.options()) + "), got "
                        + String.join(" ", request.options()) + "; without --job, this is a new job");
        refuseIf(
                !asked.equals(request),
                "--job " + id
                        + ": expected the template and the data of that job, got changed ones; without --job, this is"
                        + " a new job");
        return job;
    }

    private DocumentsRequest request() {
        return new DocumentsRequest(
                documents.template().value(),
                templateEtag(),
                documents.data().hash(),
                documents.to().text(),
                documents.isForced(),
                documents.isNotified());
    }

    /**
     * Returns the version of the template.
     *
     * @throws CommandException if the bucket has none
     */
    public String templateEtag() {
        BulkClients clients = place.place().clients();
        String key = documents.template().value();
        try {
            return clients.s3()
                    .headObject(head -> head.bucket(clients.bucket()).key(key))
                    .eTag();
        } catch (NoSuchKeyException e) {
            throw new CommandException(
                    "--template " + key + ": expected the key of a template in "
                            + place.place().name() + ", got none; put the template and its files there",
                    e);
        }
    }
}
