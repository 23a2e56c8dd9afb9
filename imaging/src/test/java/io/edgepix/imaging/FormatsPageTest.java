package io.edgepix.imaging;

import static org.assertj.core.api.Assertions.assertThat;

import io.edgepix.imaging.foreign.NativeLibrary;
import io.edgepix.imaging.formats.FormatsPage;
import io.edgepix.imaging.formats.Sample;
import io.edgepix.imaging.planar.NativeCode;
import java.io.IOException;
import java.nio.file.Files;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledOnOs;
import org.junit.jupiter.api.condition.OS;

/** Checks the tables of docs/formats.md against the renderers. */
@EnabledOnOs(value = OS.LINUX, architectures = "amd64")
class FormatsPageTest {
    /** If this system property is true, the test updates the page instead of checking it. */
    private static final String UPDATE = "edgepix.update";

    @Test
    void table_renderedAnew_isTheOneOfThePage() throws Exception {
        FormatsTable table =
                new FormatsTable(new NativeCode(NativeLibrary.find().orElseThrow()));

        String anew = FormatsPage.read().with(tables(table));

        if (Boolean.getBoolean(UPDATE)) {
            Files.writeString(FormatsPage.PAGE, anew);
        }
        assertThat(Files.readString(FormatsPage.PAGE))
                .as("docs/formats.md is out of date; mvn test -pl imaging -am -Dtest=FormatsPageTest "
                        + "-Dsurefire.failIfNoSpecifiedTests=false -D" + UPDATE + "=true writes it")
                .isEqualTo(anew);
    }

    private static String tables(FormatsTable table) throws IOException {
        StringBuilder tables = new StringBuilder();
        for (Map.Entry<String, List<Sample>> samples : FormatsPage.samples().entrySet()) {
            tables.append("\n### ").append(samples.getKey()).append("\n\n").append(table.write(samples.getValue()));
        }
        return tables.append('\n').toString();
    }
}
