package io.edgepix.localqueue.document;

import io.edgepix.cli.CommandException;
import io.edgepix.cli.WholeFile;
import io.edgepix.documents.RenderedDocument;
import io.edgepix.localqueue.bulk.BulkText;
import java.nio.file.Path;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine;

/**
 * Where a PDF goes: a file, or the standard output.
 *
 * @param file null for the standard output
 */
public record DocumentOutput(@Nullable WholeFile file, CommandLine line) {
    /**
     * Returns the output of a name.
     *
     * @param name the path of the file, or a hyphen for the standard output
     * @throws CommandException if the file cannot be written
     */
    public static DocumentOutput of(String name, CommandLine line) {
        if (name.equals(InputText.STANDARD)) {
            return new DocumentOutput(null, line);
        }
        WholeFile file = new WholeFile(Path.of(name));
        file.check();
        return new DocumentOutput(file, line);
    }

    /** Writes a document, and prints its pages and its bytes. */
    public void write(RenderedDocument document) {
        String numbers =
                BulkText.counted(document.pages(), "page") + ", " + BulkText.counted(document.pdf().length, "byte");
        if (file == null) {
            System.out.writeBytes(document.pdf());
            System.out.flush();
            line.getErr().println("dev: " + numbers);
        } else {
            file.write(out -> out.write(document.pdf()));
            line.getOut().println(file.file() + ": " + numbers);
        }
    }
}
