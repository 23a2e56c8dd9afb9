package io.edgepix.tools;

import static org.assertj.core.api.Assertions.assertThat;

import io.edgepix.cli.Edgepix;
import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;
import picocli.CommandLine;

class ToolsTest {
    private static final Path DEV = Path.of("..", "..", "dev");

    @TempDir
    Path folder;

    private final StringWriter out = new StringWriter();
    private final StringWriter err = new StringWriter();

    static Stream<String> commands() {
        return Tools.commandLine().getSubcommands().entrySet().stream()
                .filter(command -> !isHidden(command.getValue()))
                .map(Map.Entry::getKey);
    }

    private static boolean isHidden(CommandLine command) {
        return command.getCommandSpec().usageMessage().hidden();
    }

    @ParameterizedTest
    @MethodSource("commands")
    void everyCommand_isHandledByDevAndHasADescription(String command) throws IOException {
        assertThat(Files.readString(DEV)).containsPattern("(?m)^ +([\\w-]+ \\| )*" + command + "( \\| [\\w-]+)*\\)");
        CommandLine subcommand =
                Objects.requireNonNull(Tools.commandLine().getSubcommands().get(command));
        assertThat(subcommand.getCommandSpec().usageMessage().description()).isNotEmpty();
    }

    @ParameterizedTest
    @ValueSource(strings = {"run", "package", "bench", "conformance", "mutants", "fuzz", "generate-completion"})
    void help_ofAnyCommand_isPicoclisOwn(String command) {
        assertThat(run(command, "--help")).isZero();

        assertThat(out.toString())
                .startsWith("Usage: ./dev " + command)
                .contains("-h, --help", "Show this help message and exit.", "-V, --version");
    }

    @Test
    void product_hasNoCommandOfTheTools() {
        assertThat(Edgepix.commandLine().getSubcommands())
                .containsOnlyKeys("run", "render", "sign", "purge", "check-native");
    }

    @ParameterizedTest
    @ValueSource(strings = {"deploy", "destroy", "logs", "test", "native", "format"})
    void commandOfBash_calledInJava_namesTheScript(String command) {
        assertThat(run(command)).isEqualTo(1);

        assertThat(err.toString()).startsWith("dev: " + command + ": expected to be called as ./dev " + command);
    }

    @ParameterizedTest
    @ValueSource(strings = {"0", "1000000"})
    void fuzz_secondsOutOfRange_namesTheRange(String seconds) {
        assertThat(run("fuzz", "--seconds", seconds)).isEqualTo(1);

        assertThat(err.toString())
                .isEqualTo("dev: --seconds: expected a whole number from 1 to 999999, got " + seconds + "\n");
    }

    @Test
    void bench_withoutTheProjectsFolder_namesIt() {
        assertThat(run("bench")).isEqualTo(1);

        assertThat(err.toString()).startsWith("dev: --root: expected the project's folder");
    }

    @Test
    void completion_inBash_completesCommandsAndTheirOptions() throws Exception {
        assertThat(run("generate-completion")).isZero();
        Path script = Files.writeString(folder.resolve("completion"), out.toString());

        assertThat(complete(script, "./dev", "mut")).containsExactly("mutants");
        assertThat(complete(script, "./dev", "render", "--fo")).containsExactly("--format");
        assertThat(complete(script, "./dev", "bench", "--ro")).isEmpty();
    }

    /** Returns the completions of bash, called as its line editor calls them. */
    private static List<String> complete(Path script, String... words) throws Exception {
        String ask = """
                source "$1"; shift
                [[ "$(complete -p dev)" == *' -F _complete_dev '* ]] || exit 1
                compopt() { :; } # only the line editor has it
                COMP_WORDS=("$@"); COMP_CWORD=$(($# - 1)); COMP_LINE="$*"; COMP_POINT=${#COMP_LINE}
                _complete_dev "$1" "${COMP_WORDS[COMP_CWORD]}" "${COMP_WORDS[COMP_CWORD - 1]}"
                printf '%s\\n' "${COMPREPLY[@]}"
                """;
        List<String> command = new ArrayList<>(List.of("bash", "-c", ask, "bash", script.toString()));
        command.addAll(List.of(words));
        Process bash = new ProcessBuilder(command).redirectErrorStream(true).start();
        String output = new String(bash.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        assertThat(bash.waitFor()).as(output).isZero();
        return output.lines().map(String::strip).filter(line -> !line.isEmpty()).toList();
    }

    private int run(String... arguments) {
        CommandLine commandLine =
                Tools.commandLine().setOut(new PrintWriter(out, true)).setErr(new PrintWriter(err, true));
        return commandLine.execute(arguments);
    }
}
