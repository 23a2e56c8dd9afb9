package io.edgepix.localqueue;

import com.google.gson.JsonObject;
import io.edgepix.cli.CommandException;
import io.edgepix.cli.ConfigFile;
import io.edgepix.configuration.Config;
import io.edgepix.configuration.DocumentLimits;
import io.edgepix.derivation.ConfiguredLimits;
import io.edgepix.documents.DocumentException;
import io.edgepix.documents.DocumentRenderer;
import io.edgepix.documents.DocumentRequest;
import io.edgepix.imaging.Renderers;
import io.edgepix.localqueue.document.DocumentOutput;
import io.edgepix.localqueue.document.FolderFiles;
import io.edgepix.localqueue.document.InputText;
import io.edgepix.localqueue.document.JsonText;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Objects;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** The command {@code ./dev document}: renders one document, without a server. */
@Command(
        name = "document",
        description = {
            "Renders one PDF from a template and data, without a server.",
            "The template can use files of its folder, or of --bucket, and nothing else."
        })
public final class Document implements Callable<Integer> {
    @Parameters(index = "0", paramLabel = "TEMPLATE", description = "an HTML file with fields such as {{name}}")
    private @Nullable Path template;

    @Parameters(
            index = "1",
            paramLabel = "DATA",
            description = "a file with a JSON object, or - for the standard input")
    private @Nullable String data;

    @Parameters(
            index = "2",
            paramLabel = "OUT",
            description = "the PDF, or - for the standard output; an existing file is replaced")
    private @Nullable String out;

    @Option(
            names = "--bucket",
            paramLabel = "DIR",
            description = "the folder that serves as the bucket: URLs with a leading slash begin there (default: the"
                    + " folder of TEMPLATE)")
    private @Nullable Path bucket;

    @Spec
    @SuppressWarnings("NullAway.Init") // set by picocli
    private CommandSpec spec;

    @Mixin
    private ConfigFile configFile = new ConfigFile();

    @Override
    public Integer call() {
        Config config = configFile.read();
        Path file = Objects.requireNonNull(template);
        if (!Files.isRegularFile(file)) {
            throw new CommandException(
                    file + ": expected a template, got " + (Files.exists(file) ? "no file" : "none"));
        }
        DocumentOutput output = DocumentOutput.of(Objects.requireNonNull(out), spec.commandLine());
        FolderFiles files = new FolderFiles(bucket == null ? folder(file) : bucket);
        // A machine renders what a container of a stack renders.
        DocumentLimits limits = config.documents().container();
        InputText input = new InputText(Objects.requireNonNull(data));
        JsonObject values = values(input.place(), input.read(limits.maxBytes()));
        try {
            output.write(new DocumentRenderer(limits, Renderers.best(ConfiguredLimits.container(config)))
                    .render(new DocumentRequest(files.key(file), values), files));
        } catch (DocumentException e) {
            throw new CommandException(e.sentence(), e);
        }
        return 0;
    }

    private static JsonObject values(String place, String text) {
        CommandException.refuseIf(
                text.stripLeading().startsWith("["),
                place + ": expected a JSON object, got a list; ./dev documents renders a document for each row");
        return JsonText.object(place, 1, text);
    }

    private static Path folder(Path file) {
        return Objects.requireNonNull(file.toAbsolutePath().getParent());
    }
}
