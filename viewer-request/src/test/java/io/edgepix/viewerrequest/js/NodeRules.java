package io.edgepix.viewerrequest.js;

import static org.assertj.core.api.Assertions.assertThat;

import com.google.gson.JsonElement;
import com.google.gson.JsonObject;
import com.google.gson.JsonParser;
import io.edgepix.configuration.ConfigReader;
import io.edgepix.viewerrequest.Handlers;
import io.edgepix.viewerrequest.ViewerRequestHandler;
import java.io.IOException;
import java.net.URISyntaxException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** Runs cases through {@code index.js} in one process, each as an event. */
final class NodeRules {
    private final Node node;
    private final Map<String, Path> functions = new HashMap<>();
    private final Map<String, ViewerRequestHandler> handlers = new HashMap<>();

    NodeRules(Path folder) {
        node = new Node(folder);
    }

    /**
     * Returns the decisions in order, as printed by {@link DecisionText}. Checks that each answer equals that of the
     * handler on the JVM.
     */
    List<String> decide(List<RuleCase> cases) throws IOException, InterruptedException, URISyntaxException {
        List<String> calls = new ArrayList<>();
        for (RuleCase ruleCase : cases) {
            calls.add(Node.call(function(ruleCase.config()), ViewerEvent.of(ruleCase.request())));
        }
        List<JsonObject> answers = node.run(calls);
        assertThat(answers).hasSameSizeAs(cases);
        List<String> decisions = new ArrayList<>();
        for (int i = 0; i < cases.size(); i++) {
            RuleCase ruleCase = cases.get(i);
            JsonElement result = answers.get(i).get("result");
            assertThat(result).as("%s under Node", ruleCase).isEqualTo(onTheJvm(ruleCase));
            decisions.add(ViewerEvent.decision(result, ruleCase.request()));
        }
        return decisions;
    }

    private Path function(String config) throws IOException {
        Path function = functions.get(config);
        if (function == null) {
            function = node.function(config);
            functions.put(config, function);
        }
        return function;
    }

    private JsonElement onTheJvm(RuleCase ruleCase) {
        return JsonParser.parseString(
                handlers.computeIfAbsent(ruleCase.config(), config -> Handlers.of(ConfigReader.read(config)))
                        .handleJson(ViewerEvent.of(ruleCase.request())));
    }
}
