package io.edgepix.localqueue;

import com.google.gson.Gson;
import com.google.gson.JsonArray;
import com.google.gson.JsonObject;
import io.edgepix.pregenerate.job.DocumentResult;
import io.edgepix.pregenerate.job.JobKeys;
import io.edgepix.pregenerate.job.PartResult;
import io.edgepix.pregenerate.message.DocumentData;
import io.edgepix.pregenerate.message.DocumentMessage;
import io.edgepix.pregenerate.message.DocumentMessages;
import io.edgepix.pregenerate.message.ResultTarget;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Objects;

/** The messages and results of a job of documents. */
final class DocumentJobs {
    static final String TEMPLATE = "templates/invoice.html";

    /** Has a page more than rows. */
    static final String HTML = """
            <html lang="ja"><head><style>
            @page { size: A5; margin: 10mm; @bottom-center { content: counter(page) "/" counter(pages) } }
            table { page-break-before: always }
            </style></head><body><p>{{name}} 様 No. {{number}}</p>
            {{#rows}}<table><thead><tr><th>品名</th></tr></thead><tr><td>{{.}}</td></tr></table>{{/rows}}
            </body></html>
            """;

    private DocumentJobs() {}

    /** Returns the data of a document. */
    static JsonObject data(int number, int rows) {
        JsonArray names = new JsonArray();
        for (int row = 0; row < rows; row++) {
            names.add("写真プリント " + row);
        }
        JsonObject data = new JsonObject();
        data.addProperty("name", "髙橋 﨑子");
        data.addProperty("number", number);
        data.add("rows", names);
        return data;
    }

    /** Returns the body of a message of the job {@code j}. */
    static String message(int part, String template, JsonObject data, String to) {
        return DocumentMessages.write(new DocumentMessage(
                template, new DocumentData.Fields(data), to, false, new ResultTarget("j", part, true)));
    }

    /** Returns the result of a part in the folder of the bucket. */
    static DocumentResult result(Path folder, int part) {
        try {
            Path file = folder.resolve(JobKeys.result("j", part).value());
            PartResult result = new Gson().fromJson(Files.readString(file), PartResult.class);
            return Objects.requireNonNull(result.document());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Tells whether a part has a result. */
    static boolean hasResult(Path folder, int part) {
        return Files.exists(folder.resolve(JobKeys.result("j", part).value()));
    }
}
