package io.edgepix.packaging;

import com.google.gson.Gson;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;

/**
 * The command by which the launcher starts Java. The launcher itself prints it, so that the cache is created with the
 * flags with which it is used.
 */
record JavaCommand(String command, List<String> args, String configFile) {
    private static final String CACHE_FLAG = "-XX:AOTCache=";

    static JavaCommand of(Layout layout) throws IOException {
        String script = "import('" + layout.folder().resolve("java.mjs").toUri()
                + "').then(({ javaOf }) => console.log(JSON.stringify(javaOf(process.argv[1], {}))))";
        Process node = new ProcessBuilder(
                        "node",
                        "--input-type=module",
                        "-e",
                        script,
                        layout.folder().toString())
                .redirectError(ProcessBuilder.Redirect.INHERIT)
                .start();
        String json = new String(node.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        Processes.await(node, 20, TimeUnit.SECONDS, "node");
        return new Gson().fromJson(json, JavaCommand.class);
    }

    /** Returns the command with the given flags instead of those of the cache. */
    List<String> with(List<String> cacheFlags, List<String> programArguments) {
        List<String> words = new ArrayList<>();
        words.add(command);
        words.addAll(cacheFlags);
        args.stream().filter(word -> !word.startsWith(CACHE_FLAG)).forEach(words::add);
        words.addAll(programArguments);
        return words;
    }
}
