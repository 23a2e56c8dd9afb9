package io.edgepix.localedge;

import io.edgepix.configuration.Config;
import io.edgepix.configuration.ConfigReader;
import io.edgepix.derivation.ConfiguredLimits;
import io.edgepix.derivative.Format;
import io.edgepix.imaging.PortableRenderer;
import io.edgepix.imaging.formats.FormatsPage;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.condition.EnabledOnOs;
import org.junit.jupiter.api.condition.OS;

/** Tests the formats of the portable renderer, which runs on machines without the native libraries. */
@EnabledOnOs(value = OS.LINUX, architectures = "amd64") // Animated and AVIF derivatives are decoded by native code.
class PortablyServedFormatsTest extends FormatsFixture {
    @Override
    FormatsViewer viewer(Path folder) throws IOException {
        Config config = ConfigReader.defaults();
        PortableRenderer renderer = new PortableRenderer(ConfiguredLimits.of(config));
        List<Format> formats = new ArrayList<>(List.of(Format.values()));
        formats.retainAll(renderer.writes());
        LocalDeploymentFixture edge = new LocalDeploymentFixture(folder, new BucketFaults(), (bucket, log) -> {
            return Functions.ofClasses(config, bucket, log, best -> renderer);
        });
        return new FormatsViewer(edge, FormatsPage.PORTABLE, formats);
    }
}
