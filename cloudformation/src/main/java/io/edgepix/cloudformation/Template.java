package io.edgepix.cloudformation;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Objects;

/** A CloudFormation template. */
public final class Template {
    private final String text;
    private final Map<String, Object> tree;

    private Template(String text, Map<String, Object> tree) {
        this.text = text;
        this.tree = tree;
    }

    /** Returns the template of the stack with the bucket and the distribution. */
    public static Template edgepix() {
        return load("template.yaml");
    }

    /** Returns the template of the stack with the bucket, the distribution and functions in one Region. */
    public static Template regional() {
        return load("regional.yaml");
    }

    /** Returns the template of the stack that renders derivatives before a viewer asks for them. */
    public static Template pregenerate() {
        return load("pregenerate.yaml");
    }

    /** Returns the template of the stack with the web ACL of a distribution. */
    public static Template webAcl() {
        return load("web-acl.yaml");
    }

    /** Returns the template of the stack with the alarms and the access logs of a distribution. */
    public static Template watch() {
        return load("watch.yaml");
    }

    /** Returns the template of the stack with the subscription of a distribution to a flat-rate plan. */
    public static Template plan() {
        return load("plan.yaml");
    }

    private static Template load(String name) {
        try (InputStream resource = Objects.requireNonNull(Template.class.getResourceAsStream(name), name)) {
            return parse(new String(resource.readAllBytes(), StandardCharsets.UTF_8));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /**
     * Reads a template.
     *
     * @throws TemplateException if it is not YAML, or has a function that CloudFormation does not have
     */
    public static Template parse(String text) {
        return new Template(text, YamlTree.read(text));
    }

    /** Returns the text as it was read. */
    public String text() {
        return text;
    }

    /** Returns a section, such as {@code Parameters} or {@code Resources}, without applying its functions. */
    public Map<String, Object> section(String name) {
        return Values.map(tree.get(name));
    }

    /**
     * Evaluates the template.
     *
     * @param parameters values by name, which may include pseudo parameters such as {@code AWS::Region}
     * @throws TemplateException if a parameter is refused, a rule of the template is broken, or a function cannot be
     *     applied
     */
    public Stack evaluate(Map<String, String> parameters) {
        return evaluate(parameters, Map.of());
    }

    /**
     * Evaluates the template with some values that only AWS knows otherwise.
     *
     * @param known values for references, for example {@code Bucket.RegionalDomainName}
     */
    public Stack evaluate(Map<String, String> parameters, Map<String, String> known) {
        IntrinsicFunctions functions = new IntrinsicFunctions(tree, values(parameters), known);
        new Assertions(section("Rules"), functions).check();
        Map<String, Resource> resources = new LinkedHashMap<>();
        section("Resources").forEach((id, declaration) -> {
            Map<String, Object> resource = Values.map(declaration);
            if (functions.applies(resource)) {
                resources.put(id, resource(id, resource, functions));
            }
        });
        return new Stack(resources, outputs(functions));
    }

    /**
     * Checks parameters as CloudFormation does before it creates anything.
     *
     * @throws TemplateException if a parameter is refused, or a rule of the template is broken
     */
    public void check(Map<String, String> parameters) {
        new Assertions(section("Rules"), new IntrinsicFunctions(tree, values(parameters), Map.of())).check();
    }

    private Map<String, Object> values(Map<String, String> given) {
        Map<String, Object> values = PseudoParameters.values(given);
        Map<String, Object> declared = section("Parameters");
        given.keySet().stream()
                .filter(name -> !values.containsKey(name) && !declared.containsKey(name))
                .forEach(name -> {
                    throw new TemplateException("The template has no parameter " + name + ".");
                });
        declared.forEach((name, declaration) ->
                values.put(name, new Parameter(name, Values.map(declaration)).read(given.get(name))));
        return values;
    }

    private static Resource resource(String id, Map<String, Object> declaration, IntrinsicFunctions functions) {
        Map<String, Object> attributes = new LinkedHashMap<>(declaration);
        Object type = attributes.remove("Type");
        Object properties = attributes.remove("Properties");
        attributes.remove("Condition");
        return new Resource(id, String.valueOf(type), Values.map(functions.apply(Values.map(properties))), attributes);
    }

    private Map<String, String> outputs(IntrinsicFunctions functions) {
        Map<String, String> outputs = new LinkedHashMap<>();
        section("Outputs").forEach((name, declaration) -> {
            Map<String, Object> output = Values.map(declaration);
            if (functions.applies(output)) {
                outputs.put(name, String.valueOf(functions.apply(Objects.requireNonNull(output.get("Value"), name))));
            }
        });
        return outputs;
    }
}
