package io.edgepix.localqueue.document;

import io.edgepix.cli.CommandException;
import io.edgepix.configuration.Config;
import io.edgepix.configuration.ConfigReader;
import io.edgepix.derivation.ConfiguredLimits;
import io.edgepix.derivation.store.InternalKeys;
import io.edgepix.derivation.store.StoreException;
import io.edgepix.documents.DocumentException;
import io.edgepix.documents.DocumentFiles;
import io.edgepix.documents.DocumentRenderer;
import io.edgepix.documents.DocumentRequest;
import io.edgepix.documents.RenderedDocument;
import io.edgepix.imaging.Renderers;
import io.edgepix.localqueue.bulk.BulkClients;
import io.edgepix.localqueue.bulk.BulkText;
import io.edgepix.pregenerate.aws.S3DocumentStore;

/** Renders the first document of a job on this machine, with the files of the bucket. */
public final class FirstDocument {
    private final DocumentsJob documents;
    private final DocumentPlace place;

    /** Creates a trial of a job. */
    public FirstDocument(DocumentsJob documents, DocumentPlace place) {
        this.documents = documents;
        this.place = place;
    }

    /**
     * Returns the key, the pages and the bytes.
     *
     * @throws CommandException if it cannot be rendered
     */
    public String text() {
        Config config = ConfigReader.read(place.place().configuration());
        try (RowCursor cursor = new RowCursor(documents.data())) {
            DataRow row = cursor.row(1);
            RenderedDocument document = new DocumentRenderer(
                            config.documents().container(), Renderers.best(ConfiguredLimits.container(config)))
                    .render(new DocumentRequest(documents.template(), row.data()), files());
            return documents.key(row) + ": " + BulkText.counted(document.pages(), "page") + ", "
                    + BulkText.counted(document.pdf().length, "byte");
        } catch (DocumentException e) {
            throw new CommandException(e.sentence(), e);
        }
    }

    private DocumentFiles files() {
        BulkClients clients = place.place().clients();
        S3DocumentStore store = new S3DocumentStore(clients.s3(), clients.bucket());
        return (key, maxBytes) -> {
            if (InternalKeys.isInternal(key)) {
                throw new StoreException(StoreException.Reason.MISSING, InternalKeys.FOLDER + " has no files", null);
            }
            return store.read(key, maxBytes);
        };
    }
}
