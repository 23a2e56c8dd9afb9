package io.edgepix.cloudformation;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.snakeyaml.engine.v2.api.LoadSettings;
import org.snakeyaml.engine.v2.api.lowlevel.Compose;
import org.snakeyaml.engine.v2.exceptions.Mark;
import org.snakeyaml.engine.v2.exceptions.YamlEngineException;
import org.snakeyaml.engine.v2.nodes.MappingNode;
import org.snakeyaml.engine.v2.nodes.Node;
import org.snakeyaml.engine.v2.nodes.NodeTuple;
import org.snakeyaml.engine.v2.nodes.ScalarNode;
import org.snakeyaml.engine.v2.nodes.SequenceNode;
import org.snakeyaml.engine.v2.nodes.Tag;

/** Parses YAML to maps, lists, strings, longs and booleans; a tag such as {@code !Sub} is {@code {"Fn::Sub": ...}}. */
final class YamlTree {
    private static final Set<String> FUNCTIONS = Set.of(
            "And", "Contains", "Equals", "FindInMap", "GetAtt", "If", "Join", "Not", "Or", "Select", "Split", "Sub");

    private YamlTree() {}

    static Map<String, Object> read(String text) {
        try {
            Node root = new Compose(LoadSettings.builder().setLabel("template").build())
                    .composeString(text)
                    .orElseThrow(() -> new TemplateException("The template is empty."));
            if (root instanceof MappingNode mapping) {
                return map(mapping);
            }
        } catch (YamlEngineException e) {
            throw new TemplateException("The template is not YAML: " + e.getMessage());
        }
        throw new TemplateException("The template is not a mapping.");
    }

    private static Object value(Node node) {
        if (node.getAnchor().isPresent()) {
            throw error(node, "CloudFormation does not support anchors");
        }
        String tag = node.getTag().getValue();
        return tag.startsWith("!") ? function(tag.substring(1), node) : plain(node);
    }

    private static Object plain(Node node) {
        return switch (node) {
            case MappingNode mapping -> map(mapping);
            case SequenceNode sequence -> list(sequence);
            case ScalarNode scalar -> scalar(scalar);
            default -> throw error(node, "unknown kind of node");
        };
    }

    private static Object function(String name, Node node) {
        Object argument = plain(node);
        if (name.equals("Ref") || name.equals("Condition")) {
            return Map.of(name, argument);
        }
        if (!FUNCTIONS.contains(name)) {
            throw error(node, "unknown function !" + name);
        }
        boolean attribute = name.equals("GetAtt") && argument instanceof String;
        return Map.of("Fn::" + name, attribute ? List.of(((String) argument).split("\\.", 2)) : argument);
    }

    private static Map<String, Object> map(MappingNode mapping) {
        Map<String, Object> map = new LinkedHashMap<>();
        for (NodeTuple tuple : mapping.getValue()) {
            String key = ((ScalarNode) tuple.getKeyNode()).getValue();
            if (map.put(key, value(tuple.getValueNode())) != null) {
                throw error(tuple.getKeyNode(), key + " appears twice");
            }
        }
        return map;
    }

    private static List<Object> list(SequenceNode sequence) {
        List<Object> list = new ArrayList<>();
        sequence.getValue().forEach(element -> list.add(value(element)));
        return list;
    }

    /** Returns a scalar with a function's tag as a string, even if it looks like a number. */
    private static Object scalar(ScalarNode scalar) {
        Tag tag = scalar.getTag();
        String text = scalar.getValue();
        if (tag.equals(Tag.INT)) {
            return Long.valueOf(text);
        }
        if (tag.equals(Tag.BOOL)) {
            return Boolean.valueOf(text);
        }
        if (tag.equals(Tag.NULL)) {
            throw error(scalar, "expected a value, got none");
        }
        return text;
    }

    private static TemplateException error(Node node, String what) {
        @Nullable Mark mark = node.getStartMark().orElse(null);
        return new TemplateException("Line " + (mark == null ? "?" : mark.getLine() + 1) + ": " + what + ".");
    }
}
