package io.edgepix.originresponse.child;

import io.edgepix.configuration.Config;
import io.edgepix.configuration.ConfigException;
import io.edgepix.configuration.ConfigReader;
import io.edgepix.derivation.ConfiguredLimits;
import io.edgepix.derivation.DerivationLog;
import io.edgepix.derivation.rest.RestStores;
import io.edgepix.derivation.store.Stores;
import io.edgepix.imaging.Renderers;
import io.edgepix.originresponse.OriginResponseHandler;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;

/** The program that the launcher starts. It ends if it cannot continue, since the launcher then starts a new one. */
public final class Main {
    private Main() {}

    /**
     * Runs until the launcher closes its socket, or ends with status 1. Arguments: the socket, the configuration file.
     */
    public static void main(String[] arguments) {
        RestStores stores = RestStores.ofEnvironment();
        stores.load();
        Path socket = Path.of(arguments[0]);
        Path configFile = Path.of(arguments[1]);
        try {
            new Child(handler(ConfigReader.readAgain(Files.readString(configFile)), stores)).serve(socket);
        } catch (ConfigException e) {
            fail(configFile + ": " + e.getMessage());
        } catch (IOException | RuntimeException | Error e) {
            fail(e.toString());
        }
    }

    private static OriginResponseHandler handler(Config config, Stores stores) {
        return new OriginResponseHandler(
                config, stores, Renderers.best(ConfiguredLimits.of(config)), new DerivationLog(System.err::println));
    }

    private static void fail(String why) {
        System.err.println("edgepix: stopping: " + why);
        System.exit(1);
    }
}
