package io.edgepix.cloudformation;

import java.util.LinkedHashMap;
import java.util.Map;

/** The pseudo parameters that CloudFormation adds to every template. The account is the one in AWS's examples. */
final class PseudoParameters {
    private static final Map<String, String> DEFAULTS = Map.of(
            "AWS::AccountId", "123456789012",
            "AWS::Partition", "aws",
            "AWS::Region", "us-east-1",
            "AWS::StackName", "edgepix");

    private PseudoParameters() {}

    static Map<String, Object> values(Map<String, String> given) {
        Map<String, Object> values = new LinkedHashMap<>();
        DEFAULTS.forEach((name, value) -> values.put(name, given.getOrDefault(name, value)));
        return values;
    }
}
