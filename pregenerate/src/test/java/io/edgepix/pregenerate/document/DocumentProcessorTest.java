package io.edgepix.pregenerate.document;

import static org.assertj.core.api.Assertions.assertThat;

import com.google.gson.JsonObject;
import io.edgepix.configuration.DocumentLimits;
import io.edgepix.derivation.DerivationLog;
import io.edgepix.derivation.store.StoreException;
import io.edgepix.derivative.Key;
import io.edgepix.documents.DocumentFiles;
import io.edgepix.documents.RenderedDocument;
import io.edgepix.pregenerate.message.DocumentData;
import io.edgepix.pregenerate.message.DocumentMessage;
import io.edgepix.pregenerate.message.ResultTarget;
import java.util.concurrent.FutureTask;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** Tests the work for one document. */
class DocumentProcessorTest {
    private final MemoryDocuments store = new MemoryDocuments();
    private final DocumentFiles files = new BatchFiles(store);

    private DocumentProcessor processor(DocumentRendering rendering) {
        return new DocumentProcessor(
                new DocumentSettings(true, new DocumentLimits(10, 1000, 10), store, rendering),
                true,
                true,
                new DerivationLog(line -> {}));
    }

    private static DocumentMessage message() {
        return new DocumentMessage(
                "t.html",
                new DocumentData.Fields(new JsonObject()),
                "a/\u9ad9\u6a4b \"1\".pdf",
                false,
                ResultTarget.NO_JOB);
    }

    @Test
    @Timeout(60)
    void process_theSameKeyInTwoThreads_waitsAndRendersOnce() throws Exception {
        store.write("t.html", "");
        AtomicInteger renderings = new AtomicInteger();
        Thread[] second = new Thread[1];
        DocumentProcessor processor = processor((request, all) -> {
            renderings.incrementAndGet();
            while (second[0].getState() != Thread.State.WAITING) {
                Thread.onSpinWait();
            }
            return new RenderedDocument(new byte[3], 1);
        });
        FutureTask<RenderingOutcome> first = new FutureTask<>(() -> processor.process(message(), files));
        FutureTask<RenderingOutcome> other = new FutureTask<>(() -> processor.process(message(), files));
        second[0] = new Thread(other);

        start(new Thread(first), renderings);
        second[0].start();

        assertThat(first.get()).isEqualTo(new RenderingOutcome.Done(1, 3, true));
        assertThat(other.get()).isEqualTo(new RenderingOutcome.Done(1, 3, false));
        assertThat(renderings).hasValue(1);
    }

    /** Starts a thread, and waits until it renders. */
    private static void start(Thread thread, AtomicInteger renderings) {
        thread.start();
        while (renderings.get() == 0) {
            Thread.onSpinWait();
        }
    }

    @Test
    void process_aPublicDocument_hasItsHeaders() {
        store.write("t.html", "");

        processor((request, all) -> new RenderedDocument(new byte[3], 1)).process(message(), files);

        assertThat(store.stored(message().to())).satisfies(stored -> {
            assertThat(stored.cacheControl()).isEqualTo("public, max-age=0, must-revalidate");
            assertThat(stored.contentDisposition())
                    .isEqualTo("inline; filename=\"__ _1_.pdf\"; filename*=UTF-8''%E9%AB%99%E6%A9%8B%20%221%22.pdf");
        });
    }

    @Test
    void process_aTemplateThatChangesMeanwhile_isTheOneOfTheIdentity() throws Exception {
        store.write("t.html", "old");
        DocumentFiles changing = (key, maxBytes) -> {
            byte[] bytes = store.read(key, maxBytes);
            store.write("t.html", "new");
            return bytes;
        };

        processor((request, all) -> read(all)).process(message(), changing);

        assertThat(store.stored(message().to()).pdf()).asString().isEqualTo("old");
    }

    private static RenderedDocument read(DocumentFiles all) {
        try {
            return new RenderedDocument(all.read(new Key("t.html"), 1000), 1);
        } catch (StoreException e) {
            throw new IllegalStateException(e);
        }
    }
}
