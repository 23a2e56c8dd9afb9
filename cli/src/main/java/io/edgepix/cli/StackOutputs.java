package io.edgepix.cli;

import com.google.gson.JsonArray;
import com.google.gson.JsonElement;
import com.google.gson.JsonObject;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;

/** The outputs and the parameters of a stack of CloudFormation. */
public final class StackOutputs {
    private final Map<String, String> outputs;
    private final Map<String, String> parameters;

    private StackOutputs(JsonObject stack) {
        this.outputs = values(stack, "Output");
        this.parameters = values(stack, "Parameter");
    }

    /**
     * Reads a stack by the AWS CLI.
     *
     * @throws CommandException if the stack does not exist
     */
    public static StackOutputs of(String stack, String region) {
        JsonElement found = AwsCli.json(
                "cloudformation", "describe-stacks", "--region", region, "--stack-name", stack, "--output", "json");
        return new StackOutputs(
                found.getAsJsonObject().getAsJsonArray("Stacks").get(0).getAsJsonObject());
    }

    private static Map<String, String> values(JsonObject stack, String kind) {
        Map<String, String> values = new HashMap<>();
        JsonArray list = stack.getAsJsonArray(kind + "s");
        if (list != null) {
            for (JsonElement element : list) {
                JsonObject pair = element.getAsJsonObject();
                values.put(
                        pair.get(kind + "Key").getAsString(),
                        pair.get(kind + "Value").getAsString());
            }
        }
        return values;
    }

    /** Returns the value of an output; empty if there is none. */
    public Optional<String> output(String key) {
        return Optional.ofNullable(outputs.get(key));
    }

    /** Returns the value of a parameter; empty if there is none. */
    public Optional<String> parameter(String key) {
        return Optional.ofNullable(parameters.get(key));
    }
}
