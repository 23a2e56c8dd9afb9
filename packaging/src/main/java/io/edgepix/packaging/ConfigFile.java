package io.edgepix.packaging;

import io.edgepix.derivative.Config;
import io.edgepix.derivative.ConfigException;
import io.edgepix.imaging.Limits;
import io.edgepix.imaging.Renderers;
import io.edgepix.originresponse.Journal;
import io.edgepix.originresponse.OriginResponseHandler;
import io.edgepix.originresponse.store.StoreException;
import java.io.IOException;
import java.nio.charset.CharacterCodingException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;

/** An {@code edgepix.json} that goes into the zips as it is. */
final class ConfigFile {
    private ConfigFile() {}

    /**
     * Its text.
     *
     * @throws PackagingException if either function would refuse to start with it
     */
    static String read(Path file) {
        try {
            String text = Files.readString(file);
            check(Config.parse(text));
            return text;
        } catch (NoSuchFileException e) {
            throw new PackagingException(file + ": there is no such file");
        } catch (CharacterCodingException e) {
            throw new PackagingException(file + " is not UTF-8");
        } catch (IOException | ConfigException e) {
            throw new PackagingException(file.toString(), e);
        }
    }

    /** What it offers, the renderer has to be able to make. */
    private static void check(Config config) {
        new OriginResponseHandler(
                config,
                origin -> {
                    throw new StoreException(StoreException.Reason.FAILED, "nothing is fetched while packaging", null);
                },
                Renderers.best(Limits.of(config)),
                new Journal(line -> {}));
    }
}
