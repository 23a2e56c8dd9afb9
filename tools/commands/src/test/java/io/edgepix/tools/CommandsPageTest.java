package io.edgepix.tools;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import org.junit.jupiter.api.Test;

/** Checks docs/commands.md, and with it {@code ./dev help}. */
class CommandsPageTest {
    /** If this system property is true, the test updates the page instead of checking it. */
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
