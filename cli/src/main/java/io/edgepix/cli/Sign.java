package io.edgepix.cli;

import io.edgepix.configuration.Config;
import io.edgepix.configuration.JdkHmac;
import io.edgepix.derivative.Key;
import io.edgepix.derivative.MalformedException;
import io.edgepix.derivative.SignedUrl;
import java.io.PrintWriter;
import java.time.InstantSource;
import java.util.Optional;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** The command {@code ./dev sign}: signs a URL with the first of the configured keys. */
@Command(name = "sign", description = "Signs a URL with the first key of the configuration, and prints it.")
final class Sign implements Callable<Integer> {
    /** The expiry of a URL that never expires. */
    private static final String NEVER = "";

    private static final long LAST_SECOND = 9_999_999_999L;

    @Parameters(
            index = "0",
            paramLabel = "URL",
            description = "https://DOMAIN/PATH?QUERY or /PATH?QUERY, percent-encoded")
    private String url = "";

    @Option(
            names = "--expires",
            paramLabel = "SECONDS",
            description = "the seconds until the URL expires, or never (default: 86400, a day)")
    private String expires = "86400";

    @Mixin
    private ConfigFile configFile = new ConfigFile();

    @Spec
    @SuppressWarnings("NullAway.Init") // set by picocli
    private CommandSpec spec;

    @Override
    public Integer call() {
        Config config = configFile.read();
        if (!config.offer().signing().isOn()) {
            throw new CommandException("--config: expected an edgepix.json with signing.keys, got none");
        }
        int path = startOfPath();
        if (url.indexOf('#') >= 0) {
            throw new CommandException("URL: clients do not send the part after #; encode a # in a key as %23");
        }
        int question = url.indexOf('?', path);
        String query = question < 0 ? "" : url.substring(question + 1);
        PrintWriter out = spec.commandLine().getOut();
        out.println(url.substring(0, path)
                + signed(config, url.substring(path, question < 0 ? url.length() : question), query));
        return 0;
    }

    private String signed(Config config, String path, String query) {
        try {
            Key key = Key.ofPath(path);
            if (key.hasDotSegment()) {
                throw new CommandException("URL: clients resolve . and .. between slashes before they send it");
            }
            String hmacKey = config.offer().signing().keys().getFirst();
            // The canonical form of the path, which every client sends unchanged.
            return SignedUrl.sign(new JdkHmac(), hmacKey, key.path(), sendable(query), expiry().orElse(NEVER));
        } catch (MalformedException e) {
            throw new CommandException("URL: " + e.sentence());
        }
    }

    /** Returns the start of the path, after the domain if there is one. */
    private int startOfPath() {
        int authority = url.startsWith("https://") ? 8 : url.startsWith("http://") ? 7 : 0;
        int path = url.indexOf('/', authority);
        int question = url.indexOf('?');
        if (path < 0
                || (authority == 0 ? path > 0 || url.startsWith("//") : path == authority)
                || (question >= 0 && question < path)) {
            throw new CommandException("URL: expected https://DOMAIN/PATH?QUERY or /PATH?QUERY, got '" + url + "'");
        }
        return path;
    }

    /**
     * Refuses characters that some clients encode, which breaks a signature: those that RFC 3986 does not allow in a
     * query, and an apostrophe.
     */
    private static String sendable(String query) {
        for (int i = 0; i < query.length(); i++) {
            char c = query.charAt(i);
            boolean plain = (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || (c >= '0' && c <= '9');
            if (!plain && "-._~!$&()*+,;=:@/?%".indexOf(c) < 0) {
                throw new CommandException("URL: some clients encode '" + c + "' in a query; percent-encode it");
            }
        }
        return query;
    }

    private Optional<String> expiry() {
        if (expires.equals("never")) {
            return Optional.empty();
        }
        long now = InstantSource.system().instant().getEpochSecond();
        long seconds = seconds(expires);
        if (seconds < 1 || seconds > LAST_SECOND - now) {
            throw new CommandException("--expires: expected never, or a whole number of seconds from 1 to "
                    + (LAST_SECOND - now) + ", got '" + expires + "'");
        }
        return Optional.of(Long.toString(now + seconds));
    }

    private static long seconds(String text) {
        return text.matches("[0-9]{1,10}") ? Long.parseLong(text) : 0;
    }
}
