package io.edgepix.tools;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import org.junit.jupiter.api.Test;

/** Keeps docs/commands.md true, and with it {@code ./dev help}. */
class CommandsPageTest {
    /** If this property is true, the page is written instead. */
    private static final String UPDATE = "edgepix.update";

    @Test
    void page_writtenFromTheCommandLine_isTheOneInDocs() throws IOException {
        String anew = CommandsPage.text(Tools.commandLine());

        if (Boolean.getBoolean(UPDATE)) {
            Files.writeString(CommandsPage.PAGE, anew);
        }
        assertThat(Files.readString(CommandsPage.PAGE))
                .as("docs/commands.md is out of date; mvn test -pl tools/commands -am -Dtest=CommandsPageTest "
                        + "-Dsurefire.failIfNoSpecifiedTests=false -D" + UPDATE + "=true writes it")
                .isEqualTo(anew);
    }
}
