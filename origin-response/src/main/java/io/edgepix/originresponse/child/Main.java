package io.edgepix.originresponse.child;

import io.edgepix.derivative.Config;
import io.edgepix.derivative.ConfigException;
import io.edgepix.imaging.model.Limits;
import io.edgepix.imaging.Renderers;
import io.edgepix.originresponse.Journal;
import io.edgepix.originresponse.OriginResponseHandler;
import io.edgepix.originresponse.store.S3Clients;
import io.edgepix.originresponse.store.S3Stores;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;

/** The program that the launcher starts. It ends where it cannot go on, since the launcher then starts another. */
public final class Main {
    private Main() {}

    /** Takes the launcher's socket and the {@code edgepix.json}; ends when the launcher does, or with status 1. */
    public static void main(String[] arguments) {
        S3Clients.load();
        Path socket = Path.of(arguments[0]);
        Path configFile = Path.of(arguments[1]);
        try {
            new Child(handler(Config.parseAgain(Files.readString(configFile)))).serve(socket);
        } catch (ConfigException e) {
            fail(configFile + ": " + e.getMessage());
        } catch (IOException | RuntimeException | Error e) {
            fail(e.toString());
        }
    }

    private static OriginResponseHandler handler(Config config) {
        return new OriginResponseHandler(
                config,
                new S3Stores(S3Clients::of),
                Renderers.best(Limits.of(config)),
                new Journal(System.err::println));
    }

    private static void fail(String why) {
        System.err.println("edgepix ends: " + why);
        System.exit(1);
    }
}
