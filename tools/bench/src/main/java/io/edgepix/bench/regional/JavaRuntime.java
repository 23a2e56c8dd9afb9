package io.edgepix.bench.regional;

import io.edgepix.bench.edge.ProcessorSet;
import java.io.File;
import java.io.IOException;
import java.nio.file.FileSystem;
import java.nio.file.FileSystems;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/**
 * The command with which Lambda's Java runtime starts a function: AWS's runtime interface client on one processor. AWS
 * does not publish the flags of java25. These are those of java17 in public logs, with the heap of 1,769 MB.
 *
 * @param jars the client and its libraries
 * @param natives the client's own library, unpacked
 */
record JavaRuntime(List<Path> jars, Path natives) {
    private static final String NATIVE_CLIENT = "jni/libaws-lambda-jni.linux-x86_64.so";
    private static final String CLIENT = "com.amazonaws.services.lambda.runtime.api.client.";
    private static final String HEAP = "-XX:MaxHeapSize=1539738k";

    /**
     * Unpacks the client's own library.
     *
     * @param client the folder of the jars
     */
    static JavaRuntime of(Path client, Path scratch) throws IOException {
        try (Stream<Path> files = Files.list(client)) {
            List<Path> jars = files.sorted().toList();
            Path natives = scratch.resolve("client.so");
            Path jar = jars.stream()
                    .filter(each -> each.toString().contains("interface-client-"))
                    .findFirst()
                    .orElseThrow();
            try (FileSystem zip = FileSystems.newFileSystem(jar)) {
                Files.copy(zip.getPath(NATIVE_CLIENT), natives);
            }
            return new JavaRuntime(jars, natives);
        }
    }

    /**
     * Returns the command of a function.
     *
     * @param isSnapshot whether SnapStart is on: Java then also uses its second compiler
     * @param flags further flags
     */
    List<String> command(String handler, boolean isSnapshot, List<String> flags) {
        List<String> command = new ArrayList<>(new ProcessorSet(1)
                .holding(Path.of(System.getProperty("java.home"), "bin/java").toString()));
        command.addAll(List.of(HEAP, "-XX:+UseSerialGC", "-XX:+TieredCompilation"));
        if (!isSnapshot) {
            command.add("-XX:TieredStopAtLevel=1");
        }
        command.addAll(flags);
        command.addAll(List.of(
                "--add-opens=java.base/java.io=ALL-UNNAMED",
                "-Dorg.crac.Core.Compat=com.amazonaws.services.lambda.crac",
                "-XX:+ErrorFileToStderr",
                "-D" + CLIENT + "runtimeapi.NativeClient.JNI=" + natives,
                "-classpath",
                String.join(
                        File.pathSeparator, jars.stream().map(Path::toString).toList()),
                CLIENT + "AWSLambda",
                handler));
        return command;
    }

    /** Returns the variables that name the folder of a function. */
    static Map<String, String> task(Path folder) {
        return Map.of(
                "AWS_EXECUTION_ENV",
                "AWS_Lambda_java25",
                "LAMBDA_TASK_ROOT",
                folder.toString(),
                "LAMBDA_RUNTIME_DIR",
                "/var/runtime",
                "LD_LIBRARY_PATH",
                "/lib64:/usr/lib64:" + folder + ":" + folder + "/lib:/opt/lib");
    }
}
