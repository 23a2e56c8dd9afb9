package io.edgepix.localedge;

import io.edgepix.derivative.Format;
import io.edgepix.imaging.formats.FormatsPage;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.condition.EnabledOnOs;
import org.junit.jupiter.api.condition.OS;

/** Tests the formats of the native renderer. */
@EnabledOnOs(value = OS.LINUX, architectures = "amd64")
class ServedFormatsTest extends FormatsFixture {
    @Override
    FormatsViewer viewer(Path folder) throws IOException {
        LocalDeploymentFixture edge = new LocalDeploymentFixture(folder, "{\"avif\": true}");
        return new FormatsViewer(edge, FormatsPage.NATIVE, List.of(Format.values()));
    }
}
