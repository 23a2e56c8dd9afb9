package io.edgepix.viewerrequest.js;

import static org.assertj.core.api.Assertions.assertThat;

import com.google.gson.JsonElement;
import com.google.gson.JsonObject;
import com.google.gson.JsonParser;
import io.edgepix.configuration.ConfigReader;
import io.edgepix.viewerrequest.Handlers;
import io.edgepix.viewerrequest.ViewerRequestHandler;
import io.edgepix.viewerrequest.function.CloudFrontFunctions;
import io.edgepix.viewerrequest.function.FunctionSubset;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.UnaryOperator;
import java.util.stream.Collectors;

/** Runs cases through the CloudFront Function of their configuration. */
final class FunctionRules {
    private static final Map<String, List<String>> UNKNOWN_FIELDS = new HashMap<>();

    private final FunctionEngine engine;
    private final Path scratch;
    private final UnaryOperator<JsonObject> change;

    /**
     * Creates the rules of an engine.
     *
     * @param change to each event before the function gets it
     */
    FunctionRules(FunctionEngine engine, Path scratch, UnaryOperator<JsonObject> change) {
        this.engine = engine;
        this.scratch = scratch;
        this.change = change;
    }

    /** Returns whether the function knows the configuration of a case. */
    static boolean covers(RuleCase ruleCase) {
        return unknownFields(ruleCase).isEmpty();
    }

    /** Returns the fields in the configuration of a case that the function does not know. */
    static List<String> unknownFields(RuleCase ruleCase) {
        return UNKNOWN_FIELDS.computeIfAbsent(
                ruleCase.config(),
                config -> FunctionSubset.unknownFields(ConfigReader.read(config).offer()));
    }

    /**
     * Returns the decisions of cases, as printed by {@link DecisionText}. Checks that each answer is that of the handler
     * on the JVM, in status, headers, body, path and query string.
     */
    Map<RuleCase, String> decide(List<RuleCase> cases) throws IOException, InterruptedException {
        Map<RuleCase, String> decisions = new HashMap<>();
        Map<String, List<RuleCase>> byConfig = cases.stream().collect(Collectors.groupingBy(RuleCase::config));
        for (Map.Entry<String, List<RuleCase>> group : byConfig.entrySet()) {
            decide(group.getKey(), group.getValue(), decisions);
        }
        return decisions;
    }

    private void decide(String config, List<RuleCase> cases, Map<RuleCase, String> decisions)
            throws IOException, InterruptedException {
        ViewerRequestHandler handler = Handlers.of(ConfigReader.read(config));
        List<JsonObject> events = new ArrayList<>();
        List<JsonElement> expected = new ArrayList<>();
        for (RuleCase ruleCase : cases) {
            String lambdaEvent = ViewerEvent.of(ruleCase.request());
            JsonObject event = FunctionEvent.of(lambdaEvent);
            events.add(change.apply(event));
            JsonElement onTheJvm = JsonParser.parseString(handler.handleJson(lambdaEvent));
            expected.add(FunctionEvent.expected(event, onTheJvm));
            decisions.put(ruleCase, ViewerEvent.decision(onTheJvm, ruleCase.request()));
        }
        String code =
                CloudFrontFunctions.viewerRequest(ConfigReader.read(config).offer(), true);
        List<JsonObject> answers = engine.run(
                scratch, code, events.stream().map(FunctionEvent::line).toList());
        for (int i = 0; i < cases.size(); i++) {
            assertThat(answers.get(i)).as("%s", cases.get(i)).isEqualTo(expected.get(i));
        }
    }
}
