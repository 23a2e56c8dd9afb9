package io.edgepix.cli;

import com.google.gson.JsonElement;
import com.google.gson.JsonParseException;
import com.google.gson.JsonParser;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;

/** The AWS CLI, version 1 or 2, as a program on the path. */
public final class AwsCli {
    private static final String NAME = "aws";

    private AwsCli() {}

    /** Runs a command, and parses its output as JSON. */
    public static JsonElement json(String... arguments) {
        try {
            return JsonParser.parseString(run(List.of(arguments)));
        } catch (JsonParseException e) {
            throw new CommandException(NAME + " " + String.join(" ", arguments) + ": expected JSON, got other output");
        }
    }

    /**
     * Runs a command, and returns its output without surrounding blanks. The first two arguments name the operation.
     *
     * @throws CommandException if the AWS CLI is missing or fails, with its message
     */
    public static String run(List<String> arguments) {
        List<String> command = new ArrayList<>(List.of(NAME));
        command.addAll(arguments);
        ProcessBuilder program = new ProcessBuilder(command);
        // Else version 2 waits for a key.
        program.environment().put("AWS_PAGER", "");
        try {
            Process process = program.start();
            process.getOutputStream().close();
            CompletableFuture<String> complaint = CompletableFuture.supplyAsync(() -> text(process.getErrorStream()));
            String printed = text(process.getInputStream());
            if (process.waitFor() == 0) {
                return printed;
            }
            String asked = String.join(" ", arguments.subList(0, 2));
            throw new CommandException(
                    NAME + " " + asked + " failed: " + complaint.join().replaceAll("\\s*\\R\\s*", " "));
        } catch (IOException e) {
            throw new CommandException(NAME + ": expected the AWS CLI on the path, got none");
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new CommandException("interrupted");
        }
    }

    private static String text(InputStream stream) {
        try {
            return new String(stream.readAllBytes(), StandardCharsets.UTF_8).trim();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
