package io.edgepix.packaging;

import io.edgepix.cli.ConfigFile;
import io.edgepix.cloudformation.FunctionCode;
import io.edgepix.configuration.Config;
import io.edgepix.configuration.ConfigException;
import io.edgepix.configuration.ConfigReader;
import io.edgepix.viewerrequest.function.CloudFrontFunctions;
import io.edgepix.viewerrequest.function.FunctionException;
import io.edgepix.viewerrequest.function.FunctionSubset;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;

/**
 * The CloudFront Functions of a package, which are files and parts of the templates.
 *
 * @param code by the name of its placeholder; empty if the package has no such functions
 */
record InlineFunctions(Map<String, String> code) {
    private static final InlineFunctions NONE = new InlineFunctions(Map.of());

    /** The values of {@code --viewer-request}. */
    enum ViewerRequest {
        EDGE,
        FUNCTION
    }

    /**
     * Returns the functions for a configuration that {@link PackagedConfig} has checked.
     *
     * @throws ConfigException if the configuration has a field that the functions do not know
     * @throws PackagingException if the functions are too large
     */
    static InlineFunctions of(ViewerRequest type, ConfigFile file, String text, boolean hasOriginGroup) {
        return type == ViewerRequest.EDGE
                ? NONE
                : file.named(() -> new InlineFunctions(code(ConfigReader.read(text), hasOriginGroup)));
    }

    private static Map<String, String> code(Config config, boolean hasOriginGroup) {
        List<String> unknown = FunctionSubset.unknownFields(config.offer());
        if (!unknown.isEmpty()) {
            throw new ConfigException(String.join(", ", unknown), FunctionSubset.UNKNOWN);
        }
        try {
            return Map.of(
                    FunctionCode.VIEWER_REQUEST,
                    CloudFrontFunctions.viewerRequest(config.offer(), hasOriginGroup),
                    FunctionCode.VIEWER_RESPONSE,
                    CloudFrontFunctions.viewerResponse(
                            config.offer().cors(),
                            config.headers().contentSecurityPolicy().orElse("")));
        } catch (FunctionException e) {
            throw new PackagingException(String.valueOf(e.getMessage()));
        }
    }

    /** Writes a file for each function, and returns the files. */
    List<Path> write(Path folder) throws IOException {
        return code.isEmpty()
                ? List.of()
                : List.of(
                        write(folder, "viewer-request-function.js", FunctionCode.VIEWER_REQUEST),
                        write(folder, "viewer-response-function.js", FunctionCode.VIEWER_RESPONSE));
    }

    private Path write(Path folder, String name, String placeholder) throws IOException {
        return Files.writeString(folder.resolve(name), code.getOrDefault(placeholder, ""));
    }

    /** Returns a template with the functions in it. */
    String insert(String template) {
        return FunctionCode.insert(template, code);
    }
}
