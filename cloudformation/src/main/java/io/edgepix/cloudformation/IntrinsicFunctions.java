package io.edgepix.cloudformation;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Applies CloudFormation's functions. */
final class IntrinsicFunctions {
    private static final Pattern PLACEHOLDER = Pattern.compile("\\$\\{([^!}][^}]*)}");
    /** Stands for {@code AWS::NoValue}, which omits the property or element. */
    private enum Absent {
        NO_VALUE
    }

    private final Map<String, Object> tree;
    private final Map<String, Object> values;
    private final Map<String, String> known;
    private final Map<String, Boolean> conditions = new HashMap<>();

    /**
     * Applies functions. {@code values} are the values of parameters, {@code known} those of references to resources.
     */
    IntrinsicFunctions(Map<String, Object> tree, Map<String, Object> values, Map<String, String> known) {
        this.tree = tree;
        this.values = values;
        this.known = known;
    }

    /** Tells whether the condition of a resource or an output holds. */
    boolean applies(Map<String, Object> declaration) {
        Object condition = declaration.get("Condition");
        return condition == null || condition(String.valueOf(condition));
    }

    boolean truth(Object expression) {
        Object value = apply(expression);
        if (value instanceof Boolean truth) {
            return truth;
        }
        throw new TemplateException("Expected true or false, got " + expression);
    }

    Object apply(Object value) {
        return switch (value) {
            case Map<?, ?> map -> isFunction(map) ? call(map) : entries(Values.map(map));
            case List<?> list -> elements(Values.list(list));
            default -> value;
        };
    }

    private static boolean isFunction(Map<?, ?> map) {
        if (map.size() != 1) {
            return false;
        }
        Map.Entry<?, ?> only = map.entrySet().iterator().next();
        String name = String.valueOf(only.getKey());
        boolean conditionName = name.equals("Condition") && only.getValue() instanceof String;
        return name.equals("Ref") || name.startsWith("Fn::") || conditionName;
    }

    private Object call(Map<?, ?> function) {
        Map.Entry<?, ?> only = function.entrySet().iterator().next();
        String name = String.valueOf(only.getKey());
        Object argument = Objects.requireNonNull((Object) only.getValue(), name);
        List<Object> arguments = Values.list(argument);
        return switch (name) {
            case "Ref" -> reference(String.valueOf(argument));
            case "Condition" -> condition(String.valueOf(argument));
            case "Fn::GetAtt" -> attribute(arguments.getFirst() + "." + arguments.get(1));
            case "Fn::Sub" -> substitute(arguments);
            case "Fn::If" -> apply(arguments.get(condition(String.valueOf(arguments.getFirst())) ? 1 : 2));
            case "Fn::Equals" -> text(arguments.get(0)).equals(text(arguments.get(1)));
            case "Fn::Not" -> !truth(arguments.getFirst());
            case "Fn::And" -> arguments.stream().allMatch(this::truth);
            case "Fn::Or" -> arguments.stream().anyMatch(this::truth);
            case "Fn::Contains" -> texts(arguments.get(0)).contains(text(arguments.get(1)));
            case "Fn::Join" -> String.join(text(arguments.get(0)), texts(arguments.get(1)));
            case "Fn::Split" -> List.of(text(arguments.get(1)).split(Pattern.quote(text(arguments.get(0))), -1));
            case "Fn::Select" -> texts(arguments.get(1)).get(Integer.parseInt(text(arguments.get(0))));
            case "Fn::FindInMap" -> mapping(arguments);
            default -> throw new TemplateException("The function " + name + " is unknown.");
        };
    }

    private String text(Object value) {
        return String.valueOf(apply(value));
    }

    private List<String> texts(Object list) {
        return Values.list(apply(list)).stream().map(String::valueOf).toList();
    }

    private Map<String, Object> entries(Map<String, Object> map) {
        Map<String, Object> applied = new LinkedHashMap<>();
        map.forEach((key, value) -> {
            Object result = apply(value);
            if (!result.equals(Absent.NO_VALUE)) {
                applied.put(key, result);
            }
        });
        return applied;
    }

    private List<Object> elements(List<Object> list) {
        List<Object> applied = new ArrayList<>();
        list.stream()
                .map(this::apply)
                .filter(result -> !result.equals(Absent.NO_VALUE))
                .forEach(applied::add);
        return applied;
    }

    private Object reference(String name) {
        if (name.equals("AWS::NoValue")) {
            return Absent.NO_VALUE;
        }
        Object value = values.get(name);
        return value == null ? ofResource(name, name) : value;
    }

    private String attribute(String path) {
        return ofResource(path.substring(0, path.indexOf('.')), path);
    }

    /** Returns the value of a reference. If only AWS knows it, returns the reference itself in a readable form. */
    private String ofResource(String id, String path) {
        Object declaration = Values.at(tree, "Resources", id);
        if (declaration == null) {
            throw new TemplateException("There is neither a parameter nor a resource " + id + ".");
        }
        if (!applies(Values.map(declaration))) {
            throw new TemplateException(path + " refers to a resource that the given parameters do not create.");
        }
        return known.getOrDefault(path, unknown(path));
    }

    /** Returns a marker. That of a URL has the form of one, since templates take it apart. */
    private static String unknown(String path) {
        String marker = "${" + path + "}";
        return path.endsWith(".FunctionUrl") ? "https://" + marker + "/" : marker;
    }

    private boolean condition(String name) {
        Boolean decided = conditions.get(name);
        if (decided != null) {
            return decided;
        }
        Object expression = Values.at(tree, "Conditions", name);
        if (expression == null) {
            throw new TemplateException("There is no condition " + name + ".");
        }
        boolean holds = truth(expression);
        conditions.put(name, holds);
        return holds;
    }

    private String substitute(List<Object> arguments) {
        Map<String, Object> own = arguments.size() > 1 ? entries(Values.map(arguments.get(1))) : Map.of();
        Matcher placeholder = PLACEHOLDER.matcher(String.valueOf(arguments.getFirst()));
        return placeholder.replaceAll(match -> {
            String name = match.group(1);
            Object value = own.containsKey(name) ? own.get(name) : named(name);
            return Matcher.quoteReplacement(String.valueOf(value));
        });
    }

    private Object named(String name) {
        return name.contains(".") ? attribute(name) : reference(name);
    }

    private Object mapping(List<Object> arguments) {
        String[] path = {
            "Mappings", text(arguments.get(0)), text(arguments.get(1)), text(arguments.get(2)),
        };
        Object found = Values.at(tree, path);
        if (found == null) {
            throw new TemplateException("There is no mapping " + String.join(" / ", path) + ".");
        }
        return found;
    }
}
