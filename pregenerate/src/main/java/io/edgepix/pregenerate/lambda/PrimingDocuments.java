package io.edgepix.pregenerate.lambda;

import com.google.gson.JsonArray;
import com.google.gson.JsonObject;
import io.edgepix.derivation.store.StoreException;
import io.edgepix.derivative.Key;
import io.edgepix.pregenerate.document.DocumentObject;
import io.edgepix.pregenerate.document.DocumentStore;
import io.edgepix.pregenerate.document.StoredDocument;
import io.edgepix.pregenerate.message.DocumentData;
import io.edgepix.pregenerate.message.DocumentMessage;
import io.edgepix.pregenerate.message.DocumentMessages;
import io.edgepix.pregenerate.message.ResultTarget;
import java.nio.charset.StandardCharsets;
import java.util.Optional;

/** A bucket in memory that has one template, and drops the documents that it should store. */
final class PrimingDocuments implements DocumentStore {
    /** The key of the document after the prefix of documents. */
    static final String NAME = "priming.pdf";

    private static final String TEMPLATE = "priming.html";
    private static final String NAMES = "names";

    private static final String HTML = """
            <html><head><style>
            @page { size: A4; margin: 20mm; @bottom-center { content: counter(page) " / " counter(pages) } }
            table { width: 100%; border-collapse: collapse } td { border-bottom: 1px solid #999 }
            h1 { page-break-before: always }
            </style></head><body><p>Invoice</p><h1>請求書</h1>
            <table><thead><tr><th>品名</th></tr></thead><tbody>{{#names}}<tr><td>{{.}} <b>円</b></td></tr>{{/names}}
            </tbody></table></body></html>
            """;

    /** Returns the body of a message for the document. */
    static String message(String prefix) {
        JsonArray names = new JsonArray();
        names.add("写真プリント");
        names.add("Print 10 x 15");
        JsonObject data = new JsonObject();
        data.add(NAMES, names);
        return DocumentMessages.write(
                new DocumentMessage(TEMPLATE, new DocumentData.Fields(data), prefix + NAME, true, ResultTarget.NO_JOB));
    }

    @Override
    public byte[] read(Key key, int maxBytes) throws StoreException {
        if (!key.value().equals(TEMPLATE)) {
            throw new StoreException(StoreException.Reason.MISSING, "no such key", null);
        }
        return HTML.getBytes(StandardCharsets.UTF_8);
    }

    @Override
    public Optional<StoredDocument> find(Key key) {
        return Optional.empty();
    }

    @Override
    public void put(Key key, DocumentObject document) {
        // Nobody reads it.
    }
}
