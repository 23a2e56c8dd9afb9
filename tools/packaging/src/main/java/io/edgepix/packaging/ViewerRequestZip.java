package io.edgepix.packaging;

import io.edgepix.configuration.ConfigReader;
import io.edgepix.configuration.OfferWriter;
import io.edgepix.derivative.Offer;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;

/** The package of the viewer-request function: the compiled rule, its handler and the configuration. */
final class ViewerRequestZip {
    static final long MAX_BYTES = 40_000;

    private ViewerRequestZip() {}

    /**
     * Writes the zip. The same input always results in the same bytes.
     *
     * @param module the build folder of the module, with {@code js}
     * @param license the licence of edgepix
     * @throws PackagingException if the zip is too large
     */
    static void write(Path module, Path license, String config, Path scratch, Path zip) throws IOException {
        Path folder = Files.createDirectories(scratch.resolve("viewer-request"));
        OriginResponseZip.copyAll(module.resolve("js"), folder);
        Files.writeString(folder.resolve("edgepix.json"), config);
        Files.writeString(
                folder.resolve(Offer.FILE),
                OfferWriter.write(ConfigReader.read(config).offer()));
        Notices.addToViewerRequest(folder, license);
        Zip.write(folder, zip);
        if (Files.size(zip) >= MAX_BYTES) {
            throw new PackagingException(
                    zip.getFileName() + ": expected under " + MAX_BYTES + " bytes, got " + Files.size(zip));
        }
    }
}
